"""Asked in by e-mail, over a real mail server: the link works once, not for ever, and not for whoever only looks at it.

Slow: a mail server on this machine.
"""

import re
import socket
from collections.abc import Callable, Iterator
from datetime import timedelta
from email import message_from_bytes
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from allauth.mfa.models import Authenticator
from django.conf import LazySettings
from django.test import Client
from django.utils import timezone

from alongside.rooms.accounts.acts import add_account
from alongside.rooms.accounts.models import Account, Role
from alongside.rooms.invitations.models import Invitation
from alongside.rooms.journal.models import Entry
from alongside.rooms.teams.models import Member
from tests import factories
from tests.conftest import Cast

pytestmark = pytest.mark.slow
As = Callable[[str], Client]
PASSWORD = "seven kettles, one hob"
NEW = {"email": "Nia@northbridge.example", "called": "Nia", "role": "worker"}


class Letterbox:
    """What came, whole. refuses: answers as a full mailbox does."""

    def __init__(self) -> None:
        self.came: list[tuple[list[str], bytes]] = []
        self.refuses = False

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:  # noqa: N802 (as aiosmtpd calls it)
        if self.refuses:
            return "452 Requested action not taken: insufficient system storage"
        self.came.append((envelope.rcpt_tos, envelope.content))
        return "250 OK"

    def text(self) -> str:
        payload = message_from_bytes(self.came[-1][1]).get_payload(decode=True)
        assert isinstance(payload, bytes)
        return payload.decode()

    def link(self) -> str:
        found = re.search(r"http://testserver(/invited/\S+/)", self.text())
        assert found
        return found[1]


@pytest.fixture
def letterbox(settings: LazySettings) -> Iterator[Letterbox]:
    kept = Letterbox()
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = Controller(kept, hostname="127.0.0.1", port=port)
    server.start()
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", port
    settings.DEFAULT_FROM_EMAIL = "alongside@northbridge.example"
    yield kept
    server.stop()


@pytest.fixture
def lead(cast: Cast) -> Client:
    client = Client()
    client.force_login(add_account(email="gail@northbridge.example", called="Gail", role=Role.INFORMATION_LEAD))
    return client


@pytest.fixture
def link(lead: Client, letterbox: Letterbox, cast: Cast) -> str:
    answer = lead.post("/information/accounts/new/", {**NEW, "team": cast.hub.pk})
    assert answer.headers["Location"] == "/information/accounts/"
    return letterbox.link()


def test_the_message_goes_to_them_alone_and_names_nobody_walked_with(link: str, letterbox: Letterbox, cast: Cast) -> None:
    recipients, raw = letterbox.came[0]
    assert recipients == ["nia@northbridge.example"]
    assert not [word for word in ("Sam", "Hub", "Northbridge,") if word.encode() in raw]
    assert link.split("/")[2] not in str(list(Invitation.objects.values()))


def test_looking_uses_nothing_up_and_tells_nobodys_name(link: str) -> None:
    for _ in range(3):  # a scanner, the person, the person again
        page = Client().get(link)
        assert page.status_code == 200
        assert "Nia" not in page.content.decode()
        assert page.headers["Cache-Control"] == "no-store"
    assert Client().head(link).status_code == 405
    assert Invitation.objects.get().ended_at is None


def test_taken_up_with_a_password_it_leads_in_once(link: str, cast: Cast) -> None:
    client = Client()
    assert client.post(link, {"password": PASSWORD}).headers["Location"] == "/"
    assert client.get("/today/").status_code == 200
    nia = Account.objects.get(email="nia@northbridge.example")
    assert Member.objects.filter(account=nia, team=cast.hub).exists()
    acts = list(Entry.objects.filter(by=nia).order_by("pk").values_list("act", flat=True))
    assert acts == ["invitations.invitation_taken_up", "signin.signed_in_by_invitation"]
    again = Client().post("/sign-in/", {"email": "nia@northbridge.example", "password": PASSWORD})
    assert again.status_code == 302
    assert_refused(link, "taken up already")


def test_without_a_password_a_passkey_is_the_first_thing(link: str) -> None:
    client = Client()
    assert client.post(link, {"without": "1"}).headers["Location"] == "/how-you-sign-in/"
    assert client.get("/how-you-sign-in/passkeys/new/").status_code == 200
    assert not Account.objects.get(email="nia@northbridge.example").has_usable_password()


def assert_refused(link: str, said: str) -> None:
    for ask in (Client().get, Client().post):
        before = Entry.objects.count()
        answer = ask(link, {"password": PASSWORD, "without": "1"})
        assert answer.status_code == 422
        assert said in answer.content.decode()
        assert Entry.objects.count() == before + 1
        assert Entry.objects.latest("pk").act == "invitations.invitation_refused"


def test_an_invitation_that_has_ended_opens_nothing(link: str) -> None:
    Invitation.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    assert_refused(link, "has ended")
    assert not Account.objects.get(email="nia@northbridge.example").has_usable_password()


def test_one_that_is_made_up_or_cut_off_opens_nothing(link: str) -> None:
    for wrong in ("/invited/made-up/", f"{link[:-2]}/", f"/invited/{'x' * 5000}/"):
        assert_refused(wrong, "This is no invitation")


def test_asking_in_again_ends_the_link_before(link: str, lead: Client, letterbox: Letterbox) -> None:
    nia = Account.objects.get(email="nia@northbridge.example")
    lead.post(f"/information/accounts/{nia.pk}/invite/")
    assert letterbox.link() != link
    assert_refused(link, "has ended")
    assert Client().get(letterbox.link()).status_code == 200


@pytest.mark.parametrize("password", ["", "short", "password1234", "nia@northbridge.example"])
def test_a_password_too_easily_guessed_uses_nothing_up(password: str, link: str) -> None:
    assert Client().post(link, {"password": password}).status_code == 422
    assert Invitation.objects.get().ended_at is None


def test_a_closed_account_is_not_asked_in(link: str, lead: Client) -> None:
    Account.objects.filter(email="nia@northbridge.example").update(is_active=False)
    assert_refused(link, "has ended")
    pk = Account.objects.get(email="nia@northbridge.example").pk
    assert lead.post(f"/information/accounts/{pk}/invite/").status_code == 404


def test_a_mail_server_that_refuses_is_said_and_told(lead: Client, letterbox: Letterbox, cast: Cast) -> None:
    letterbox.refuses = True
    page = lead.post("/information/accounts/new/", {**NEW, "team": cast.hub.pk}, follow=True).content.decode()
    assert "could not be sent" in page
    assert Entry.objects.filter(act="invitations.message_not_sent").count() == 1
    letterbox.refuses = False
    lead.post(f"/information/accounts/{Account.objects.get(email='nia@northbridge.example').pk}/invite/")
    assert Client().get(letterbox.link()).status_code == 200


def test_whoever_lost_everything_begins_afresh_by_invitation_alone(lead: Client, letterbox: Letterbox, cast: Cast) -> None:
    factories.PasskeyFactory(user=cast.maya)
    cast.maya.set_password(PASSWORD)
    cast.maya.save()
    lead.post(f"/information/accounts/{cast.maya.pk}/invite/", {"afresh": "1"})
    assert not Authenticator.objects.exists()
    assert Client().post("/sign-in/", {"email": cast.maya.email, "password": PASSWORD}).status_code == 422
    assert Client().post(letterbox.link(), {"without": "1"}).status_code == 302
    assert Entry.objects.filter(act="invitations.ways_in_taken_out").count() == 1


@pytest.mark.parametrize("who", ["maya", "priya"])
def test_only_the_information_lead_asks_in(who: str, cast: Cast, as_: As) -> None:
    client = as_(who)
    assert client.get("/information/accounts/").status_code == 404
    assert client.post("/information/accounts/new/", NEW).status_code == 404
    assert client.post(f"/information/accounts/{cast.owen.pk}/invite/").status_code == 404
    assert not Invitation.objects.exists()


def test_the_list_asks_as_much_for_one_as_for_many(lead: Client, django_assert_max_num_queries: Any) -> None:
    factories.InvitationFactory.create_batch(20)
    with django_assert_max_num_queries(5):
        assert lead.get("/information/accounts/").status_code == 200


@pytest.mark.parametrize("wrong", [{"email": "nobody"}, {"email": "maya@northbridge.example"}, {"called": ""}, {"role": "king"}])
def test_an_account_that_cannot_be_is_refused(wrong: dict[str, str], lead: Client) -> None:
    assert lead.post("/information/accounts/new/", {**NEW, **wrong}).status_code == 422
    assert not Invitation.objects.exists()
