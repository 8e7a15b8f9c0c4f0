from django.conf import settings
from django.contrib.messages.storage.cookie import CookieStorage


class InACookie(CookieStorage):
    """Under a name that a browser takes from this host alone."""

    cookie_name = f"{settings.COOKIE_PREFIX}messages"
