from django.apps import AppConfig


class ExampleConfig(AppConfig):
    name = "alongside.rooms.example"
    label = "example"
