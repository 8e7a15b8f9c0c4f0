from django.apps import AppConfig


class WorkerConfig(AppConfig):
    name = "alongside.doors.worker"
    label = "door_worker"
