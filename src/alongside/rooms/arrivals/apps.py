from django.apps import AppConfig


class ArrivalsConfig(AppConfig):
    name = "alongside.rooms.arrivals"
    label = "arrivals"
