"""Wrong passwords are slowed down where they come from; nobody elsewhere can lock out whom they guess for."""

import pytest
from django.conf import LazySettings
from django.db import OperationalError
from django.test import Client

from alongside.doors.signin import entrance, guessing
from alongside.rooms.accounts.acts import add_account
from alongside.rooms.accounts.models import Account, DeviceKey, Role
from alongside.rooms.journal.models import Entry

pytestmark = pytest.mark.django_db
PASSWORD = "a kettle on the hob, twice"


@pytest.fixture(autouse=True)
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guessing, "TRIES", 3)
    monkeypatch.setattr(guessing, "TRIES_ELSEWHERE", 6)


@pytest.fixture
def nia() -> Account:
    return add_account(email="nia@northbridge.example", called="Nia", role=Role.WORKER, password=PASSWORD)


def tries(client: Client, password: str = "wrong", email: str = "nia@northbridge.example", **more: str) -> int:
    return client.post("/sign-in/", {"email": email, "password": password}, **more).status_code  # type: ignore[arg-type]


def test_a_device_signed_in_from_before_stays_open_whoever_guesses(nia: Account) -> None:
    own = Client()
    assert tries(own, PASSWORD) == 302
    own.post("/sign-out/")
    for number in range(9):
        tries(Client(REMOTE_ADDR=f"10.0.0.{number}"))
    assert tries(Client(REMOTE_ADDR="10.0.1.1"), PASSWORD) == 422, "from a place never seen, all together are too many"
    assert tries(own, PASSWORD) == 302


def test_a_known_device_is_slowed_down_by_its_own_tries_alone(nia: Account) -> None:
    own = Client()
    tries(own, PASSWORD)
    own.post("/sign-out/")
    assert [tries(own) for _ in range(3)] == [422] * 3
    assert tries(own, PASSWORD) == 422
    assert tries(Client(REMOTE_ADDR="10.0.1.1"), PASSWORD) == 302


def test_a_device_is_known_to_its_own_account_and_until_its_key_is_destroyed(nia: Account) -> None:
    own = Client(REMOTE_ADDR="10.0.0.1")
    tries(own, PASSWORD)
    own.post("/sign-out/")
    DeviceKey.objects.update(key=b"", ended_at="2026-01-01T00:00:00Z")
    for _ in range(3):
        tries(Client(REMOTE_ADDR="10.0.0.1"))
    assert tries(own, PASSWORD) == 422


def test_who_has_an_account_cannot_be_told_from_what_is_slowed_down(nia: Account) -> None:
    for email in ("nia@northbridge.example", "nobody@northbridge.example"):
        client = Client()
        answers = [client.post("/sign-in/", {"email": email, "password": "wrong"}).content.decode() for _ in range(5)]
        assert ["too often" in page for page in answers] == [False, False, False, True, True]


def test_behind_a_proxy_it_is_the_address_the_proxy_wrote_down(nia: Account, settings: LazySettings) -> None:
    settings.BEHIND_PROXY = True
    for number in range(4):
        tries(Client(), HTTP_X_FORWARDED_FOR=f"10.0.0.{number}, 192.0.2.1")
    assert tries(Client(), PASSWORD, HTTP_X_FORWARDED_FOR="10.9.9.9, 192.0.2.1") == 422
    assert tries(Client(), PASSWORD, HTTP_X_FORWARDED_FOR="192.0.2.1, 198.51.100.7") == 302


def test_made_up_addresses_count_for_nothing_without_a_proxy(nia: Account) -> None:
    for number in range(4):
        tries(Client(), HTTP_X_FORWARDED_FOR=f"10.0.0.{number}")
    assert tries(Client(), PASSWORD, HTTP_X_FORWARDED_FOR="10.0.0.99") == 422


def test_neither_whom_nor_where_is_kept(nia: Account) -> None:
    tries(Client(REMOTE_ADDR="203.0.113.9"), email="someone@private.example")
    kept = str(list(Entry.objects.values()))
    assert "private" not in kept
    assert "203.0.113" not in kept


def test_a_stranger_who_goes_on_and_on_does_not_fill_the_journal(nia: Account, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guessing, "TOLD", 2)
    assert [Client().get("/invited/made-up/").status_code for _ in range(5)] == [422] * 5
    assert Entry.objects.filter(act="invitations.invitation_refused").count() == 2


def test_nobody_is_in_whom_the_journal_was_not_told_of(nia: Account, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(**entry: object) -> None:
        raise OperationalError("database or disk is full")

    monkeypatch.setattr(entrance, "write_entry", full)
    client = Client()
    assert tries(client, PASSWORD) == 503
    assert client.get("/today/").status_code == 302
