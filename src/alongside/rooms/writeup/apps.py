from django.apps import AppConfig


class WriteupConfig(AppConfig):
    name = "alongside.rooms.writeup"
    label = "writeup"
