from django.apps import AppConfig


class SharedConfig(AppConfig):
    name = "alongside.doors.shared"
    label = "door_shared"
