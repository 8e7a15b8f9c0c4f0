from django.apps import AppConfig


class TerminalConfig(AppConfig):
    name = "alongside.doors.terminal"
    label = "door_terminal"
