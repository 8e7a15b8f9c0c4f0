from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "alongside.rooms.accounts"
    label = "accounts"
