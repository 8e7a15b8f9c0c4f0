from collections.abc import Callable

import pytest
from django.core import signing
from django.test import Client

from alongside.doors.signin import guessing
from alongside.doors.signin.links import SALT, link_of
from alongside.rooms.accounts.acts import AccountError, add_account
from alongside.rooms.accounts.models import Account, Role
from alongside.rooms.journal.models import Entry
from alongside.rooms.teams.models import Place
from tests.conftest import Cast

As = Callable[[str], Client]
pytestmark = pytest.mark.django_db
PASSWORD = "a kettle on the hob, twice"


@pytest.fixture
def nia() -> Account:
    return add_account(email="Nia@northbridge.example", called="Nia", role=Role.WORKER, password=PASSWORD)


def sign_in(email: str, password: str, client: Client | None = None, **more: str) -> int:
    return (client or Client()).post("/sign-in/", {"email": email, "password": password, **more}).status_code


def test_by_email_however_it_is_written(nia: Account) -> None:
    assert sign_in("NIA@northbridge.example", PASSWORD) == 302
    assert Entry.objects.filter(act="signin.signed_in", by=nia).count() == 1


def test_a_wrong_password_and_nobody_get_one_answer(nia: Account) -> None:
    pages = [Client().post("/sign-in/", {"email": email, "password": "wrong"}) for email in (nia.email, "nobody@northbridge.example")]
    assert [page.status_code for page in pages] == [422, 422]
    assert "do not go together" in pages[0].content.decode()
    words = [page.content.decode().split("error-summary")[2] for page in pages]
    assert words[0].split("</ul>")[0] == words[1].split("</ul>")[0]


def test_guessing_is_slowed_down_where_it_comes_from_and_nowhere_else(nia: Account, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guessing, "TRIES", 3)
    assert [sign_in(nia.email, "wrong") for _ in range(4)] == [422] * 4
    assert sign_in(nia.email, PASSWORD) == 422
    assert sign_in(nia.email, PASSWORD, Client(REMOTE_ADDR="10.1.1.1")) == 302


def test_no_address_that_was_guessed_is_kept(nia: Account) -> None:
    sign_in("someone@private.example", "wrong")
    assert "private" not in str(list(Entry.objects.values()))


@pytest.mark.parametrize("onward", ["https://elsewhere.example/", "//elsewhere.example", "javascript:alert(1)"])
def test_nobody_is_sent_elsewhere(onward: str, nia: Account) -> None:
    answer = Client().post("/sign-in/", {"email": nia.email, "password": PASSWORD, "next": onward})
    assert answer.headers["Location"] == "/"


def test_signing_out_takes_a_tap_and_is_told(cast: Cast, as_: As) -> None:
    maya = as_("maya")
    assert maya.get("/sign-out/").status_code == 405
    maya.post("/sign-out/")
    assert maya.get("/today/").status_code == 302
    assert Entry.objects.filter(act="signin.signed_out", by=cast.maya).count() == 1


@pytest.mark.parametrize("role", [role for role in Role if role not in (Role.WORKER, Role.INFORMATION_LEAD)])
def test_whose_door_is_not_built_is_told_so(role: Role, db: None) -> None:
    client = Client()
    client.force_login(add_account(email="x@northbridge.example", called="Xan", role=role))
    assert "not built yet" in client.get("/").content.decode()


def test_the_cast_signs_in_by_link_in_an_example(cast: Cast) -> None:
    Place.objects.update(is_example=True)
    client = Client()
    assert client.get(link_of(cast.maya)).headers["Location"] == "/"
    assert client.get("/today/").status_code == 200


@pytest.mark.parametrize("mixed", [False, True])
def test_no_link_signs_in_where_the_place_is_no_example(mixed: bool, cast: Cast) -> None:
    if mixed:
        Place.objects.create(name="Example beside a real one", is_example=True)
    client = Client()
    assert client.get(link_of(cast.maya)).status_code == 404
    assert client.get("/today/").status_code == 302


def test_a_link_made_without_the_key_is_nothing(cast: Cast) -> None:
    Place.objects.update(is_example=True)
    forged = signing.dumps(cast.maya.pk, key="another key", salt=SALT)
    assert Client().get(f"/example/{forged}/").status_code == 404


@pytest.mark.parametrize(
    ("email", "password"),
    [("no address", PASSWORD), ("nia@northbridge.example", PASSWORD), ("b@b.example", "short"), ("b@b.example", "password1234")],
)
def test_accounts_that_are_refused(email: str, password: str, nia: Account) -> None:
    with pytest.raises(AccountError):
        add_account(email=email, called="B", role=Role.WORKER, password=password)
