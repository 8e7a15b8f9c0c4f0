from django.apps import AppConfig


class InformationConfig(AppConfig):
    name = "alongside.doors.information"
    label = "door_information"
