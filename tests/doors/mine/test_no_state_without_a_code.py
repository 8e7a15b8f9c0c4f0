"""A fuzz of the door: every address, every method, every kind of key that is not the right one; and what is in the journal of it."""

from datetime import timedelta

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from alongside.rooms.sharing.acts import ask_for_code, end_sitting, give_code, let_in, let_out, make_link, speak_code, stop_link
from alongside.rooms.sharing.models import Asked, Disagreement, PersonLink, RingMe, Sitting
from tests import factories
from tests.conftest import Cast
from tests.doors.mine.conftest import Opens, link_for, page_of
from tests.doors.urls import EVERY_URL

pytestmark = pytest.mark.django_db
BEFORE_A_CODE = {"mine:arrive", "mine:code", "mine:outbox"}
GUARDED = [url for url in EVERY_URL if url.name.startswith("mine:") and url.name not in BEFORE_A_CODE]
METHODS = ["get", "post", "put", "patch", "delete", "head", "options"]
WORDS = "Heron words nobody else should read"
MORE = ["/mine/nothing/at/all/", "/mine/a/b/c/", "/mine/differently/talk/x/", "/mine/matters/?instead_of=1"]
SENT = {"words": "Written by a stranger", "what": "x", "do": "tick", "pk": "1", "kind": "everything", "name": "x", "role": "friend"}


@pytest.fixture
def full(cast: Cast) -> Cast:
    """Sam with words in each part."""
    factories.ClearedFactory(conversation=factories.ConversationFactory(journey=cast.journey, words=WORDS))
    factories.MatterFactory(journey=cast.journey, words=WORDS)
    factories.ActionFactory(journey=cast.journey, what=WORDS)
    factories.TieFactory(person=cast.sam, name=WORDS)
    return cast


def address(name: str, cast: Cast) -> str:
    return next(url for url in GUARDED if url.name == name).address(cast)


def bare(answer: HttpResponse) -> tuple[int, str]:
    return answer.status_code, page_of(answer)


def strangers(cast: Cast, opens: Opens) -> dict[str, Client]:
    """Browsers that hold something, and nothing that opens Sam's page."""
    found = {name: Client() for name in ("none", "nonsense", "ended", "old", "stopped", "let out", "by the digest")}
    found["nonsense"].cookies["page"] = "x" * 43
    for name in ("ended", "old", "stopped", "let out"):
        trusted = let_in(person=cast.sam, name="Jean", role="friend", parts=["matters"], by=None) if name == "let out" else None
        link, token = link_for(cast, trusted)
        key = give_code(token=token, code=speak_code(link=link, by=cast.maya))
        found[name].cookies["page"] = key or ""
        sitting = Sitting.objects.get(link=link)
        if name == "ended":
            end_sitting(sitting=sitting)
        elif name == "old":
            then = timezone.now() - timedelta(hours=1)
            Sitting.objects.filter(pk=sitting.pk).update(at=then - timedelta(hours=1), until_at=then)
        elif name == "stopped":
            stop_link(link=link, by=cast.maya)
        elif trusted:
            let_out(trusted=trusted, by=None)
    found["by the digest"].cookies["page"] = Sitting.objects.order_by("pk").values_list("key_digest", flat=True)[0]
    return found


@pytest.mark.parametrize("url", GUARDED, ids=lambda url: url.name)
def test_every_address_is_the_same_page_to_everyone_without_a_code(url: object, full: Cast, opens: Opens) -> None:
    expected = bare(Client().get("/mine/"))
    assert "This page is closed" in expected[1]
    for who, client in strangers(full, opens).items():
        for method in METHODS:
            answer = getattr(client, method)(url.address(full), **({"data": SENT} if method == "post" else {}))  # type: ignore[attr-defined]
            assert answer.status_code == 200, (who, method)
            assert page_of(answer) == (expected[1] if method != "head" else ""), (who, method)
    assert not Asked.objects.exists()
    assert not RingMe.objects.exists()
    assert not Disagreement.objects.exists()


@pytest.mark.parametrize("path", MORE)
def test_addresses_that_are_none_are_that_page_too(path: str, full: Cast, opens: Opens) -> None:
    assert bare(Client().get(path)) == bare(Client().get("/mine/"))


def test_a_page_for_what_went_wrong_names_nothing(cast: Cast) -> None:
    for path in ("/mine/", "/mine/invented/", "/mine/invented/code/"):
        answer = Client(enforce_csrf_checks=True).post(path, {})
        assert answer.status_code == 403
        assert "<title>Page</title>" in page_of(answer)
        assert "alongside" not in page_of(answer).lower()


@pytest.mark.parametrize("url", GUARDED, ids=lambda url: url.name)
def test_the_right_one_comes_in(url: object, full: Cast, opens: Opens) -> None:
    """And is never answered by a page that names the service."""
    answer = opens().get(url.address(full))  # type: ignore[attr-defined]
    assert answer.status_code in (200, 302)
    assert answer.headers["Cache-Control"] == "no-store"
    if answer.headers["Content-Type"].startswith("text/html") and answer.status_code == 200:
        page = page_of(answer)
        assert "<title>Page</title>" in page
        assert "Alongside" not in page or url.name == "mine:take_page", "there it is a word of ours: alongside since"  # type: ignore[attr-defined]


@pytest.mark.parametrize("url", GUARDED, ids=lambda url: url.name)
def test_another_persons_sitting_shows_nothing_of_sam(url: object, full: Cast) -> None:
    other = factories.JourneyFactory(person__called="Ade", team=full.hub).person
    link, token = make_link(person=other, by=full.maya, who_else="Nobody", code_by="voice")
    client = Client()
    client.post(reverse("mine:code", args=[token]), {"code": speak_code(link=link, by=full.maya)})
    for answer in (client.get(url.address(full)), client.post(url.address(full), SENT)):  # type: ignore[attr-defined]
        assert WORDS not in page_of(answer)
        assert "Sam" not in page_of(answer).replace("Same", "")
    assert not Disagreement.objects.filter(person=full.sam).exists()
    full.journey.refresh_from_db()


@given(key=st.text(st.characters(min_codepoint=33, max_codepoint=126, exclude_characters=';,"\\'), min_size=0, max_size=60), data=st.data())
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
def test_no_key_that_was_not_given_opens_anything(key: str, data: st.DataObject, full: Cast, opens: Opens) -> None:
    client = Client()
    client.cookies["page"] = key
    url = data.draw(st.sampled_from(GUARDED))
    answer = getattr(client, data.draw(st.sampled_from(["get", "post"])))(url.address(full))
    assert "This page is closed" in page_of(answer)


@given(
    token=st.text("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_", min_size=1, max_size=40),
    code=st.text(max_size=20),
)
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
def test_no_invented_link_and_code_opens_anything(token: str, code: str, full: Cast) -> None:
    answer = Client().post(f"/mine/{token}/code/", {"code": code})
    assert answer.status_code in (200, 422)
    assert "page" not in answer.cookies
    assert WORDS not in page_of(answer)


class TheDoor(RuleBasedStateMachine):
    """Links made and stopped, codes asked for, said and tried, pages opened, closed and left lying, in any order."""

    cast: Cast
    opened = 0

    def __init__(self) -> None:
        super().__init__()
        self.links: list[tuple[PersonLink, str]] = []
        self.codes: list[tuple[int, str]] = []  # of which link
        self.keys: list[tuple[int, str]] = []
        self.may: dict[str, bool] = {}  # whether a key should open the page

    @rule()
    def make(self) -> None:
        self.may = dict.fromkeys(self.may, False)  # the one before ends
        self.links.append(link_for(self.cast))

    @rule(which=st.integers(0, 5))
    def stop(self, which: int) -> None:
        if self.links:
            at = which % len(self.links)
            stop_link(link=self.links[at][0], by=self.cast.maya)
            self.may |= {key: False for of, key in self.keys if of == at}

    @rule(which=st.integers(0, 5))
    def ask(self, which: int) -> None:
        ask_for_code(token=self.links[which % len(self.links)][1] if self.links else "none")

    @rule()
    def say(self) -> None:
        standing = [at for at, (link, _token) in enumerate(self.links) if PersonLink.objects.standing().filter(pk=link.pk).exists()]
        if standing:
            self.codes.append((standing[-1], speak_code(link=self.links[standing[-1]][0], by=self.cast.maya)))

    @rule()
    def come_in(self) -> None:
        """By the newest code of the link that stands."""
        self.say()
        if self.codes and PersonLink.objects.standing().filter(pk=self.links[self.codes[-1][0]][0].pk).exists():
            self._give(len(self.codes) - 1, self.codes[-1][0])

    @rule(which=st.integers(0, 9), at=st.integers(0, 5), wrong=st.booleans())
    def give(self, which: int, at: int, wrong: bool) -> None:
        if self.codes and self.links:
            self._give(which % len(self.codes), at % len(self.links), wrong=wrong)

    def _give(self, which: int, at: int, *, wrong: bool = False) -> None:
        of, code = self.codes[which]
        link, token = self.links[at]
        newest = [said for said in self.codes if said[0] == of][-1] == (of, code)
        key = give_code(token=token, code=f"{(int(code) + 1) % 1_000_000:06}" if wrong else code)
        if key:
            assert not wrong
            assert of == at
            assert newest
            assert PersonLink.objects.standing().filter(pk=link.pk).exists()
            self.keys.append((of, key))
            self.may[key] = True
            TheDoor.opened += 1
            self.codes.remove((of, code))  # it opens once

    @rule(which=st.integers(0, 9))
    def leave(self, which: int) -> None:
        if self.keys:
            key = self.keys[which % len(self.keys)][1]
            client = Client()
            client.cookies["page"] = key
            client.post("/mine/leave/")
            self.may[key] = False

    @invariant()
    def only_what_was_opened_is_open(self) -> None:
        for key, may in self.may.items():
            client = Client()
            client.cookies["page"] = key
            assert (WORDS in page_of(client.get("/mine/"))) is may


def test_in_whatever_order_things_happen_only_a_code_opens(full: Cast) -> None:
    """Slow: some hundred pages."""
    some = settings(max_examples=40, stateful_step_count=20, deadline=None, suppress_health_check=list(HealthCheck))
    run_state_machine_as_test(lambda: _fresh(full), settings=some)  # type: ignore[no-untyped-call]
    assert TheDoor.opened, "it was never open"


def _fresh(cast: Cast) -> TheDoor:
    PersonLink.objects.all().delete()
    door = TheDoor()
    door.cast = cast
    return door
