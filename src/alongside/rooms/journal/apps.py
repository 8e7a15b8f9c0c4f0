from django.apps import AppConfig


class JournalConfig(AppConfig):
    name = "alongside.rooms.journal"
    label = "journal"
