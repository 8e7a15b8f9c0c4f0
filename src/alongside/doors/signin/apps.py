from django.apps import AppConfig


class SigninConfig(AppConfig):
    name = "alongside.doors.signin"
    label = "door_signin"
