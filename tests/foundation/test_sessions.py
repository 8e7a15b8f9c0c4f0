"""The database knows nothing with which a session could be opened."""

import pytest
from django.conf import settings
from django.contrib.sessions.models import Session
from django.test import Client

from alongside.foundation.sessions import SessionStore
from tests.conftest import Cast

SIGNED_IN = "/people/"


def came_in(cast: Cast) -> tuple[Client, str]:
    client = Client()
    client.force_login(cast.maya, backend="django.contrib.auth.backends.ModelBackend")
    assert client.get(SIGNED_IN).status_code == 200
    return client, client.cookies[settings.SESSION_COOKIE_NAME].value


def with_key(key: str) -> Client:
    client = Client()
    client.cookies[settings.SESSION_COOKIE_NAME] = key
    return client


def test_what_is_kept_opens_nothing(cast: Cast) -> None:
    _client, key = came_in(cast)
    row = Session.objects.get()
    assert key not in (row.session_key, row.session_data)
    assert with_key(key).get(SIGNED_IN).status_code == 200
    assert with_key(row.session_key).get(SIGNED_IN).status_code == 302


def test_a_key_that_somebody_chose_is_not_taken_over(cast: Cast) -> None:
    client = with_key("chosenbysomebodyelse000000000000")
    client.force_login(cast.maya, backend="django.contrib.auth.backends.ModelBackend")
    assert client.cookies[settings.SESSION_COOKIE_NAME].value != "chosenbysomebodyelse000000000000"
    before_coming_in = SessionStore("chosenbysomebodyelse000000000000")
    before_coming_in["seen"] = 1
    before_coming_in.save()
    assert before_coming_in.session_key != "chosenbysomebodyelse000000000000"


def test_coming_in_changes_the_key_and_going_out_ends_it(cast: Cast) -> None:
    client, key = came_in(cast)
    client.force_login(cast.ines, backend="django.contrib.auth.backends.ModelBackend")
    assert client.cookies[settings.SESSION_COOKIE_NAME].value != key
    assert with_key(key).get(SIGNED_IN).status_code == 302
    last = client.cookies[settings.SESSION_COOKIE_NAME].value
    client.post("/sign-out/")
    assert with_key(last).get(SIGNED_IN).status_code == 302
    assert not Session.objects.exists()


@pytest.mark.parametrize("key", ["", "0", "x" * 5000, "' OR 1=1", "\x00"])
def test_a_key_that_is_none_opens_nothing(key: str, cast: Cast) -> None:
    came_in(cast)
    assert with_key(key).get(SIGNED_IN).status_code == 302
