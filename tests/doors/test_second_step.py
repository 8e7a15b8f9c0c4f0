"""A code after the password: setting it up, using it, wrong ones, used ones, recovery codes, and a place that asks for it."""

import re
import time

import pytest
from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.conf import LazySettings
from django.test import Client

from alongside.doors.signin import guessing
from alongside.rooms.accounts.acts import add_account
from alongside.rooms.accounts.models import Account, Role
from alongside.rooms.journal.models import Entry

pytestmark = pytest.mark.django_db
PASSWORD = "a kettle on the hob, twice"
WRONG = "123 456 7"


@pytest.fixture
def nia() -> Account:
    return add_account(email="nia@northbridge.example", called="Nia", role=Role.WORKER, password=PASSWORD)


def came_with_password(client: Client | None = None) -> Client:
    client = client or Client()
    answer = client.post("/sign-in/", {"email": "nia@northbridge.example", "password": PASSWORD, "next": "/team/"})
    assert answer.status_code == 302
    return client


def code(secret: str, later: int = 0) -> str:
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30 + later))


def with_app(client: Client) -> tuple[str, list[str]]:
    """Set up an authenticator app as somebody does; return its secret and the recovery codes."""
    asked = client.get("/how-you-sign-in/app/")
    assert asked.headers["Location"].startswith("/it-is-you/")
    answer = client.post("/it-is-you/?next=/how-you-sign-in/app/", {"password": PASSWORD, "next": "/how-you-sign-in/app/"})
    assert answer.headers["Location"] == "/how-you-sign-in/app/"
    page = client.get("/how-you-sign-in/app/").content.decode()
    secret = re.search(r"<code>([A-Z2-7]{32})</code>", page)
    assert secret
    assert client.post("/how-you-sign-in/app/", {"code": code(secret[1])}).headers["Location"] == "/how-you-sign-in/recovery-codes/"
    shown = client.get("/how-you-sign-in/recovery-codes/").content.decode()
    return secret[1], re.findall(r"<code>(\d{4} \d{4})</code>", shown)


@pytest.fixture
def app(nia: Account) -> tuple[str, list[str]]:
    return with_app(came_with_password())


def acts(account: Account) -> list[str]:
    return list(Entry.objects.filter(by=account).order_by("pk").values_list("act", flat=True))


def test_a_code_is_asked_for_after_the_password_and_leads_where_one_wanted(nia: Account, app: tuple[str, list[str]]) -> None:
    client = came_with_password()
    assert client.get("/today/").status_code == 302
    assert client.get("/sign-in/code/").headers["Cache-Control"].count("no-store") == 1
    answer = client.post("/sign-in/code/", {"code": code(app[0], later=1)})
    assert answer.headers["Location"] == "/team/"
    assert client.get("/today/").status_code == 200
    assert acts(nia)[-2:] == ["signin.app_added", "signin.signed_in_with_code"]


def test_the_secret_lies_in_the_database_as_no_secret(nia: Account, app: tuple[str, list[str]]) -> None:
    kept = Authenticator.objects.get(type="totp").data["secret"]
    assert app[0] not in kept
    assert get_adapter().decrypt(kept) == app[0]
    codes = str(Authenticator.objects.get(type="recovery_codes").data)
    assert not [one for one in app[1] if one.replace(" ", "") in codes]


def test_a_code_works_once(nia: Account, app: tuple[str, list[str]]) -> None:
    used = code(app[0], later=1)
    came_with_password().post("/sign-in/code/", {"code": used})
    again = came_with_password()
    answer = again.post("/sign-in/code/", {"code": used})
    assert answer.status_code == 422
    assert again.get("/today/").status_code == 302


@pytest.mark.parametrize("wrong", ["", WRONG, "x" * 500, "１２３４５６", "\x00", "000000'; --"])
def test_a_wrong_code_is_refused_in_words_and_told(wrong: str, nia: Account, app: tuple[str, list[str]]) -> None:
    client = came_with_password()
    answer = client.post("/sign-in/code/", {"code": wrong})
    assert answer.status_code == 422
    assert "error-summary" in answer.content.decode()
    assert client.get("/today/").status_code == 302
    assert Entry.objects.filter(act=guessing.CODE_ACT).count() == (wrong in (WRONG, "１２３４５６", "000000'; --"))


def test_recovery_codes_are_shown_once_and_work_once(nia: Account, app: tuple[str, list[str]]) -> None:
    assert len(app[1]) == 10
    client = came_with_password()
    assert client.post("/sign-in/code/", {"code": app[1][0]}).status_code == 302
    assert acts(nia)[-1] == "signin.signed_in_with_recovery_code"
    page = client.get("/how-you-sign-in/").content.decode()
    assert "9 are left" in page
    answer = came_with_password().post("/sign-in/code/", {"code": app[1][0]})
    assert answer.status_code == 422
    client.post("/it-is-you/", {"password": PASSWORD, "next": "/"})
    shown = client.get("/how-you-sign-in/recovery-codes/").content.decode()
    assert not re.search(r"\d{4} \d{4}", shown)


def test_new_recovery_codes_end_the_old(nia: Account, app: tuple[str, list[str]]) -> None:
    client = came_with_password()
    client.post("/sign-in/code/", {"code": app[1][0]})
    client.post("/it-is-you/", {"password": PASSWORD, "next": "/"})
    client.post("/how-you-sign-in/recovery-codes/new/")
    new = re.findall(r"<code>(\d{4} \d{4})</code>", client.get("/how-you-sign-in/recovery-codes/").content.decode())
    assert len(new) == 10
    assert not set(new) & set(app[1])
    assert came_with_password().post("/sign-in/code/", {"code": app[1][1]}).status_code == 422


def test_guessing_codes_from_elsewhere_stops_and_leaves_the_known_device_alone(
    nia: Account, app: tuple[str, list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(guessing, "TRIES", 3)
    own = Client()
    came_with_password(own).post("/sign-in/code/", {"code": app[1][0]})
    assert own.cookies["device"].value
    own.post("/sign-out/")
    other = came_with_password(Client(REMOTE_ADDR="10.9.9.9"))
    assert [other.post("/sign-in/code/", {"code": WRONG}).status_code for _ in range(4)] == [422] * 4
    refused = other.post("/sign-in/code/", {"code": app[1][1]})
    assert "too often" in refused.content.decode()
    assert came_with_password(own).post("/sign-in/code/", {"code": app[1][1]}).status_code == 302


def test_taking_the_app_out_takes_the_recovery_codes_too(nia: Account, app: tuple[str, list[str]]) -> None:
    client = came_with_password()
    client.post("/sign-in/code/", {"code": app[1][0]})
    client.post("/it-is-you/", {"password": PASSWORD, "next": "/"})
    assert client.get("/how-you-sign-in/app/out/").status_code == 200
    assert client.post("/how-you-sign-in/app/out/").status_code == 302
    assert not Authenticator.objects.exists()
    assert acts(nia)[-1] == "signin.app_taken_out"


def test_how_one_signs_in_changes_only_after_showing_once_more_who_one_is(nia: Account) -> None:
    client = came_with_password()
    for address in ("/how-you-sign-in/app/", "/how-you-sign-in/passkeys/new/", "/how-you-sign-in/recovery-codes/new/"):
        assert client.get(address).headers["Location"].startswith("/it-is-you/")
        assert client.post(address, {}).headers["Location"].startswith("/it-is-you/")
    answer = client.post("/it-is-you/", {"password": "wrong", "next": "/how-you-sign-in/app/"})
    assert answer.status_code == 422
    assert Entry.objects.filter(act=guessing.ACT).count() == 1


def test_a_place_that_asks_for_a_second_step_opens_nothing_before_it(nia: Account, settings: LazySettings) -> None:
    settings.SECOND_STEP = ("worker",)
    client = Client()
    answer = client.post("/sign-in/", {"email": nia.email, "password": PASSWORD})
    assert answer.headers["Location"] == "/how-you-sign-in/"
    assert "Before you go on" in client.get("/how-you-sign-in/").content.decode()
    assert client.get("/today/").headers["Location"] == "/how-you-sign-in/"
    with_app(client)
    assert client.get("/today/").status_code == 200


def test_nobody_reaches_the_second_step_without_the_first(nia: Account, app: tuple[str, list[str]]) -> None:
    assert Client().get("/sign-in/code/").headers["Location"] == "/sign-in/"
    assert Client().post("/sign-in/code/", {"code": app[1][0]}).headers["Location"] == "/sign-in/"
    nia.is_active = False
    nia.save()
    assert Client().post("/sign-in/", {"email": nia.email, "password": PASSWORD}).status_code == 422


NOBODY = '{"response": {"userHandle": "OTk5OTk5OTk5OTk5OTk5OTk5OTk5OTk"}}'


@pytest.mark.parametrize("nonsense", ["", "{}", "null", "[]", NOBODY, '"x"', "{"])
def test_a_passkey_that_is_none_is_refused_and_told(nonsense: str, nia: Account) -> None:
    client = Client()
    client.get("/sign-in/passkey/", HTTP_X_REQUESTED_WITH="XMLHttpRequest")
    answer = client.post("/sign-in/passkey/", {"credential": nonsense})
    assert answer.headers["Location"] == "/sign-in/"
    assert client.get("/today/").status_code == 302
    assert Entry.objects.filter(act="signin.passkey_refused").count() == 1


def test_a_password_is_changed_by_whoever_shows_the_old_one_and_ends_other_sessions(nia: Account) -> None:
    client, other = came_with_password(), came_with_password()
    assert client.get("/how-you-sign-in/password/").headers["Location"].startswith("/it-is-you/")
    client.post("/it-is-you/", {"password": PASSWORD, "next": "/"})
    assert client.post("/how-you-sign-in/password/", {"password": "password1234"}).status_code == 422
    assert client.post("/how-you-sign-in/password/", {"password": "three hobs and no kettle"}).status_code == 302
    assert client.get("/today/").status_code == 200
    assert other.get("/today/").status_code == 302
    assert acts(nia)[-1] == "signin.password_changed"
    assert Client().post("/sign-in/", {"email": nia.email, "password": PASSWORD}).status_code == 422


def test_where_passwords_are_switched_off_none_signs_in(nia: Account, settings: LazySettings) -> None:
    settings.PASSWORDS = False
    page = Client().get("/sign-in/").content.decode()
    assert 'name="password"' not in page
    assert "passkey" in page
    client = Client()
    client.force_login(nia)
    client.post("/it-is-you/", {"password": PASSWORD, "next": "/"})
    assert client.get("/how-you-sign-in/password/").status_code == 404
    client = Client()
    assert client.post("/sign-in/", {"email": nia.email, "password": PASSWORD}).status_code == 200
    assert client.get("/today/").status_code == 302
