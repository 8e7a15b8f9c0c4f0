from django.apps import AppConfig


class MineConfig(AppConfig):
    name = "alongside.doors.mine"
    label = "door_mine"
