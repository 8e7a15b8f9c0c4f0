from django.apps import AppConfig


class TeamsConfig(AppConfig):
    name = "alongside.rooms.teams"
    label = "teams"
