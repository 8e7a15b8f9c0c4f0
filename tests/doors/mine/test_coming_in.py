"""The code: asked for, sent another way, given once; and what everyone else gets."""

import re
import time
from datetime import timedelta

import pytest
from django.core import mail
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from alongside.rooms.journal.models import Entry
from alongside.rooms.people.models import Person
from alongside.rooms.sharing.acts import ask_for_code, give_code, make_link, speak_code, stop_link
from alongside.rooms.sharing.acts.door_code import IDLE, MOST_CODES
from alongside.rooms.sharing.errors import SharingError
from alongside.rooms.sharing.guests import LONGEST, guest_of
from alongside.rooms.sharing.models import DoorCode, Outbox, PersonLink, Sitting
from tests.conftest import Cast
from tests.doors.mine.conftest import Opens, link_for, page_of


@pytest.fixture
def texted(cast: Cast) -> tuple[PersonLink, str]:
    Person.objects.filter(pk=cast.sam.pk).update(reach="Text, after four.")
    cast.sam.refresh_from_db()
    return make_link(person=cast.sam, by=cast.maya, who_else="Nobody", code_by="text", code_to="01632 960555")


def sent(token: str, commits: object) -> list[str]:
    """The codes that went out when one was asked for."""
    with commits(execute=True):  # type: ignore[operator]
        ask_for_code(token=token)
    return re.findall(r"\b\d{6}\b", " ".join(Outbox.objects.values_list("body", flat=True)))


def test_a_code_that_was_sent_opens_the_page_once(
    texted: tuple[PersonLink, str], cast: Cast, django_capture_on_commit_callbacks: object
) -> None:
    _link, token = texted
    [code] = sent(token, django_capture_on_commit_callbacks)
    client, address = Client(), reverse("mine:code", args=[token])
    answer = client.post(address, {"code": f" {code[:3]} {code[3:]} "})
    assert answer.status_code == 302
    assert answer.headers["Location"] == "/mine/"
    assert "Hello Sam" in page_of(client.get("/mine/"))
    assert Client().post(address, {"code": code}).status_code == 422
    entry = Entry.objects.get(act="sharing.own_page_opened")
    assert (entry.by, entry.ground, entry.subject) == (None, "own", f"people.person:{cast.sam.ref}")


def test_the_cookie_is_for_this_page_alone(cast: Cast, opens: Opens) -> None:
    cookie = opens().cookies["page"]
    assert cookie["httponly"]
    assert cookie["samesite"] == "Strict"
    assert cookie["path"] == "/"
    assert not cookie["max-age"]
    assert not cookie["domain"]


def test_over_tls_the_cookie_is_bound_to_the_host(cast: Cast, settings: object) -> None:
    settings.PLAIN_HTTP, settings.COOKIE_PREFIX = False, "__Host-"  # type: ignore[attr-defined]
    link, token = link_for(cast)
    client = Client()
    client.post(reverse("mine:code", args=[token]), {"code": speak_code(link=link, by=cast.maya)})
    assert client.cookies["__Host-page"]["secure"]


def test_a_message_names_no_service_no_person_and_no_subject(
    texted: tuple[PersonLink, str], django_capture_on_commit_callbacks: object
) -> None:
    sent(texted[1], django_capture_on_commit_callbacks)
    [message] = Outbox.objects.all()
    assert re.fullmatch(r"Your code: \d{6}", message.body)
    assert message.subject == ""
    assert (message.way, message.to) == ("text", "01632 960555")


def test_by_e_mail_it_is_as_bare(cast: Cast, settings: object, django_capture_on_commit_callbacks: object) -> None:
    settings.MESSAGE_SENDER = "alongside.rooms.sharing.sending.EmailSender"  # type: ignore[attr-defined]
    Person.objects.filter(pk=cast.sam.pk).update(reach="E-mail.")
    cast.sam.refresh_from_db()
    _link, token = make_link(person=cast.sam, by=cast.maya, who_else="Nobody", code_by="email", code_to="sam@example.org")
    sent(token, django_capture_on_commit_callbacks)
    until = time.monotonic() + 5
    while not mail.outbox and time.monotonic() < until:  # it leaves in a thread of its own
        time.sleep(0.005)
    [message] = mail.outbox
    assert re.fullmatch(r"Your code: \d{6}", message.body)
    assert (message.subject, message.to) == ("", ["sam@example.org"])


def test_with_nothing_stated_nothing_is_sent(
    texted: tuple[PersonLink, str], cast: Cast, django_capture_on_commit_callbacks: object
) -> None:
    Person.objects.filter(pk=cast.sam.pk).update(reach="")
    assert sent(texted[1], django_capture_on_commit_callbacks) == []
    with pytest.raises(SharingError):
        make_link(person=Person.objects.get(pk=cast.sam.pk), by=cast.maya, who_else="Nobody", code_by="text", code_to="01632 960555")


def test_where_how_to_reach_them_was_changed_since_nothing_is_sent(
    texted: tuple[PersonLink, str], cast: Cast, django_capture_on_commit_callbacks: object
) -> None:
    Person.objects.filter(pk=cast.sam.pk).update(reach="Do not text: the phone is with Lee.")
    assert sent(texted[1], django_capture_on_commit_callbacks) == []


def test_a_code_is_tried_five_times_and_no_more(cast: Cast) -> None:
    link, token = link_for(cast)
    code = speak_code(link=link, by=cast.maya)
    wrong = f"{(int(code) + 1) % 1_000_000:06}"
    address = reverse("mine:code", args=[token])
    for _ in range(5):
        assert Client().post(address, {"code": wrong}).status_code == 422
    assert Client().post(address, {"code": code}).status_code == 422, "the sixth, though it is right"
    assert DoorCode.objects.get(link=link).tries == 5
    assert Entry.objects.filter(act="sharing.code_not_right").count() == 6
    assert Client().post(address, {"code": speak_code(link=link, by=cast.maya)}).status_code == 302, "a new one was said"


def test_an_old_code_opens_nothing(cast: Cast) -> None:
    link, token = link_for(cast)
    code = speak_code(link=link, by=cast.maya)
    DoorCode.objects.update(at=timezone.now() - timedelta(minutes=11), until_at=timezone.now() - timedelta(minutes=1))
    assert give_code(token=token, code=code) is None
    assert not Sitting.objects.exists()


def test_a_code_opens_its_own_link_alone(cast: Cast) -> None:
    from tests import factories  # noqa: PLC0415

    link, token = link_for(cast)
    _other, others = make_link(person=factories.PersonFactory(), by=cast.maya, who_else="Nobody", code_by="voice")
    code = speak_code(link=link, by=cast.maya)
    assert give_code(token=others, code=code) is None
    assert give_code(token=token, code=code)


def test_nothing_that_opens_the_page_is_kept(cast: Cast, opens: Opens) -> None:
    link, token = link_for(cast)
    code = speak_code(link=link, by=cast.maya)
    key = give_code(token=token, code=code)
    assert key
    kept = [str(value) for model in (PersonLink, DoorCode, Sitting) for row in model.objects.values() for value in row.values()]
    assert not any(secret in value for secret in (token, code, key) for value in kept)


def test_a_stopped_link_opens_nothing_and_closes_what_is_open(cast: Cast) -> None:
    link, token = link_for(cast)
    client = Client()
    client.post(reverse("mine:code", args=[token]), {"code": speak_code(link=link, by=cast.maya)})
    stop_link(link=link, by=cast.maya)
    assert "This page is closed" in page_of(client.get("/mine/"))
    newer, new_token = link_for(cast)
    assert give_code(token=token, code=speak_code(link=newer, by=cast.maya)) is None
    assert give_code(token=new_token, code=speak_code(link=newer, by=cast.maya))


def test_a_new_link_ends_the_one_before(cast: Cast) -> None:
    first, _token = link_for(cast)
    link_for(cast)
    first.refresh_from_db()
    assert first.ended_at


def test_opening_a_link_does_nothing_at_all(cast: Cast) -> None:
    """A mail scanner opens links: a GET is neither seen nor used."""
    _link, token = link_for(cast)
    for address in (reverse("mine:arrive", args=[token]), reverse("mine:code", args=[token])):
        with CaptureQueriesContext(
            connection,
        ) as asked:
            assert Client().get(address).status_code == 200
        assert not [one for one in asked.captured_queries if "sharing_" in one["sql"] or "INSERT" in one["sql"]]


def alike(asked: CaptureQueriesContext) -> list[str]:
    """What each statement does, to which table."""
    return [
        " ".join(re.findall(r'^(?:SELECT|INSERT|UPDATE|DELETE|SAVEPOINT|RELEASE)|"(?:sharing|journal)_\w+"', one["sql"])[:3])
        for one in asked
    ]


def test_a_known_link_and_an_invented_one_take_the_same_path(cast: Cast) -> None:
    _link, token = link_for(cast)
    stopped, old = make_link(person=cast.sam, by=cast.maya, how="link", who_else="Nobody", code_by="voice")
    stop_link(link=stopped, by=cast.maya)
    _link, token = link_for(cast)
    seen = []
    for one in (token, old, "invented"):
        pages = []
        with CaptureQueriesContext(connection) as asked:
            client = Client()
            pages.append(client.get(reverse("mine:arrive", args=[one])))
            pages.append(client.post(reverse("mine:arrive", args=[one])))
            pages.append(client.get(reverse("mine:code", args=[one])))
            pages.append(client.post(reverse("mine:code", args=[one]), {"code": "000000"}))
        said = [(page.status_code, re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", page_of(page)).replace(one, "")) for page in pages]
        seen.append((alike(asked.captured_queries), said))  # type: ignore[arg-type]
    assert seen[0] == seen[1] == seen[2]


def test_asking_is_limited_and_says_nothing_of_it(cast: Cast) -> None:
    link, token = link_for(cast)
    pages = {Client().post(reverse("mine:arrive", args=[token])).status_code for _ in range(MOST_CODES + 3)}
    assert pages == {302}
    assert DoorCode.objects.filter(link=link).count() == MOST_CODES
    for _ in range(MOST_CODES + 3):
        Client().post(reverse("mine:arrive", args=["invented"]))
    assert DoorCode.objects.filter(link=None).count() == MOST_CODES


def test_a_page_left_alone_closes_by_itself(cast: Cast) -> None:
    link, token = link_for(cast)
    key = give_code(token=token, code=speak_code(link=link, by=cast.maya))
    assert key
    now = timezone.now()
    assert guest_of(key, at=now + IDLE - timedelta(minutes=1)), "and that was a touch"
    assert guest_of(key, at=now + IDLE + timedelta(minutes=20))
    assert guest_of(key, at=now + 3 * IDLE) is None


def test_no_sitting_lasts_longer_than_the_longest(cast: Cast) -> None:
    link, token = link_for(cast)
    key = give_code(token=token, code=speak_code(link=link, by=cast.maya))
    assert key
    now = timezone.now()
    for minutes in range(0, 239, 20):
        assert guest_of(key, at=now + timedelta(minutes=minutes))
    assert guest_of(key, at=now + LONGEST + timedelta(seconds=1)) is None


def test_leaving_closes_it_here_and_in_the_journal(cast: Cast, opens: Opens) -> None:
    client = opens()
    key = client.cookies["page"].value
    answer = client.post("/mine/leave/")
    assert answer.headers["Location"] == "/mine/left/"
    assert client.cookies["page"].value == ""
    client.cookies["page"] = key
    assert "This page is closed" in page_of(client.get("/mine/"))
    assert Entry.objects.filter(act="sharing.own_page_closed").count() == 1


@pytest.mark.parametrize(
    ("known", "said"),
    [
        ({"who_else": ""}, "who else uses"),
        ({"code_by": ""}, "Choose how the code"),
        ({"code_by": "text", "code_to": ""}, "where the code goes"),
        ({"code_by": "text", "code_to": "01632 960555"}, "how to reach them"),
    ],
)
def test_a_link_that_is_not_safe_is_not_made(known: dict[str, str], said: str, cast: Cast) -> None:
    with pytest.raises(SharingError, match=said):
        make_link(person=cast.sam, by=cast.maya, **{"who_else": "Nobody", "code_by": "voice", **known})
    assert not PersonLink.objects.exists()


def test_outside_development_and_an_example_there_is_no_outbox(cast: Cast, settings: object) -> None:
    assert Client().get("/outbox/").status_code == 200
    settings.DEVELOPMENT = False  # type: ignore[attr-defined]
    assert Client().get("/outbox/").status_code == 404
    Person.objects.filter(pk=cast.sam.pk).update(reach="Text.")
    with pytest.raises(SharingError, match="Nothing can be sent"):
        make_link(person=Person.objects.get(pk=cast.sam.pk), by=cast.maya, who_else="Nobody", code_by="text", code_to="01632 960555")
