from django.apps import AppConfig


class FrameworkConfig(AppConfig):
    name = "alongside.rooms.framework"
    label = "framework"
