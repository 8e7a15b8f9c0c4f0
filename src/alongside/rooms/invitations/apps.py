from django.apps import AppConfig


class InvitationsConfig(AppConfig):
    name = "alongside.rooms.invitations"
    label = "invitations"
