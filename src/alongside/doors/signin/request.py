"""A request whose sender is known."""

from django.http import HttpRequest

from alongside.rooms.accounts.models import Account
from alongside.rooms.accounts.viewer import Viewer


class SignedIn(HttpRequest):
    user: Account  # the sign-in decorator has let nobody else through
    viewer: Viewer
