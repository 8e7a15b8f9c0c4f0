"""Find before you add, on the page."""

import re
from collections.abc import Callable

import pytest
from django.conf import LazySettings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from alongside.core.partial_date import PartialDate
from alongside.rooms.finding.models import RingRequest
from alongside.rooms.finding.searches import searches_since
from alongside.rooms.journal.models import Entry
from alongside.rooms.people.acts import change_person
from alongside.rooms.people.models import Person
from alongside.rooms.sharing.acts import seal_person
from tests import factories
from tests.conftest import Cast

As = Callable[[str], Client]
BEFORE = timezone.now().replace(year=2020)


def test_a_hit_has_its_reason_in_words(cast: Cast, as_: As) -> None:
    page = as_("maya").get("/people/", {"called": "Samuel"}).content.decode()
    assert f'href="/people/{cast.sam.ref}/"' in page
    assert "Sam is often short for Samuel." in page


def _same(page: bytes, typed: str) -> str:
    text = re.sub(r'name="csrfmiddlewaretoken" value="[^"]+"', "", page.decode())
    return re.sub(r'data-keeper="[^"]*"', "", text).replace(typed, "")


def test_real_sealed_and_invented_of_another_team_give_one_page_with_one_number_of_queries(cast: Cast, as_: As) -> None:
    hidden = factories.JourneyFactory(team=cast.hub, person__called="Rhiannon", person__by=cast.maya).person
    seal_person(person=hidden, named=[], reason="Works in the same building", on=timezone.localdate(), by=cast.maya)
    owen, pages, counts = as_("owen"), set(), set()
    owen.get("/people/")  # the place's name is asked for once a minute
    for name in ("Sam", "Rhiannon", "Zebedee"):
        with CaptureQueriesContext(connection) as queries:
            pages.add(_same(owen.get("/people/", {"called": name}).content, name))
        counts.add(len(queries))
    assert len(pages) == len(counts) == 1


def test_asking_to_be_rung_is_answered_alike(cast: Cast, as_: As) -> None:
    change_person(person=cast.sam, by=cast.maya, born=PartialDate("1985-03-04"))
    hidden = factories.JourneyFactory(team=cast.hub, person__called="Rhiannon", person__by=cast.maya).person
    change_person(person=hidden, by=cast.maya, born=PartialDate("1985-03-04"))
    seal_person(person=hidden, named=[], reason="Works in the same building", on=timezone.localdate(), by=cast.maya)
    owen, answers, counts = as_("owen"), set(), set()
    owen.get("/people/")
    for name in ("Sam", "Rhiannon", "Zebedee"):
        said = {"called": name, "born_day": "4", "born_month": "3", "born_year": "1985", "phone": "", "ring_on": "01632 960200"}
        with CaptureQueriesContext(connection) as queries:
            answer = owen.post("/people/ring-me/", said)
        counts.add(len(queries))
        answers.add((answer.status_code, answer.headers["Location"], _same(owen.get("/people/").content, name)))
    assert len(answers) == len(counts) == 1
    assert [one.person for one in RingRequest.objects.order_by("pk")] == [cast.sam, None, None]


def test_the_lead_sees_it_today_and_decides(cast: Cast, as_: As) -> None:
    asked = factories.RingRequestFactory(person=cast.sam, by=cast.owen)
    maya = as_("maya")
    assert "01632 960200" in maya.get("/today/").content.decode()
    assert "01632 960200" not in as_("ines").get("/today/").content.decode()
    maya.post(f"/ring-requests/{asked.pk}/", {"answer": "nonsense"})
    assert RingRequest.objects.get().answer == ""
    maya.post(f"/ring-requests/{asked.pk}/", {"answer": "rang"})
    assert RingRequest.objects.get().answer == "rang"
    assert "01632 960200" not in maya.get("/today/").content.decode()
    assert as_("owen").post(f"/ring-requests/{asked.pk}/", {"answer": "left"}).status_code == 404


def test_someone_new_is_asked_about_once_and_only_where_somebody_is_alike(cast: Cast, as_: As) -> None:
    maya, said = as_("maya"), {"called": "Sammy", "met_words": "They’ve stopped my money", "met_where": ""}
    asked = maya.post("/people/new/", said)
    page = asked.content.decode()
    assert asked.status_code == 422
    assert "Is it one of these?" in page
    assert "Sounds like Sam." in page
    assert "They’ve stopped my money" in page
    assert maya.post("/people/new/", {**said, "someone_new": "1"}).status_code == 302
    assert maya.post("/people/new/", {**said, "called": "Zebedee"}).status_code == 302
    assert Person.objects.count() == 3


def test_another_teams_person_is_not_asked_about(cast: Cast, as_: As) -> None:
    assert as_("owen").post("/people/new/", {"called": "Sam", "met_words": "", "met_where": ""}).status_code == 302


def test_many_searches_are_stopped_told_and_carry_no_words(cast: Cast, as_: As, settings: LazySettings) -> None:
    settings.MOST_SEARCHES = 3
    owen = as_("owen")
    answers = [owen.get("/people/", {"called": "Zebedee"}).status_code for _ in range(2)]
    answers += [owen.get("/people/words/", {"words": "Zebedee"}).status_code for _ in range(2)]
    assert answers == [200, 200, 200, 429]
    assert owen.get("/people/").status_code == 200
    assert not [row for row in Entry.objects.values() if "ebedee" in str(row)]
    assert [(called, many, over) for called, _email, many, over, _last in searches_since(BEFORE)] == [("Owen", 3, 1)]


def test_words_are_found_marked_and_opening_them_is_told(cast: Cast, as_: As) -> None:
    factories.ConversationFactory(journey=cast.journey, words="Siân read <b>letters</b> with him.")
    factories.MatterFactory(journey=cast.journey, words="No more letters")
    factories.ActionFactory(journey=cast.journey, what="Open the letters", outcome="All read")
    page = as_("ines").get("/people/words/", {"words": "letter"}).content.decode()
    assert page.count("<mark>letters</mark>") == 3
    assert "<b>letters" not in page
    entry = Entry.objects.get(act="finding.passage_opened")
    assert (entry.by, entry.subject, entry.ground, entry.kind) == (cast.ines, f"people.person:{cast.sam.ref}", "team", "read")
    assert "<mark>" not in as_("owen").get("/people/words/", {"words": "letter"}).content.decode()
    assert Entry.objects.filter(act="finding.passage_opened").count() == 1


def test_the_words_follow_the_rows(cast: Cast, as_: As) -> None:
    talk = factories.ConversationFactory(journey=cast.journey, words="About the boiler.")
    maya = as_("maya")

    def shown(word: str) -> bool:
        return "<mark>" in maya.get("/people/words/", {"words": word}).content.decode()

    assert shown("boiler")
    talk.words = "About the allotment."
    talk.save()
    assert (shown("boiler"), shown("allotment")) == (False, True)
    talk.delete()
    assert not shown("allotment")


@pytest.mark.parametrize(
    "typed", ['"', "'", "letters AND", "-letters", "letters*", "(", "words:letters", "a' | 'b", "\0", "***", "\\", ":*"]
)
def test_what_is_typed_is_never_an_operator(typed: str, cast: Cast, as_: As) -> None:
    factories.ConversationFactory(journey=cast.journey, words="The letters.")
    assert as_("maya").get("/people/words/", {"words": typed}).status_code == 200


def test_many_passages_cost_the_queries_of_one_and_go_on(cast: Cast, as_: As) -> None:
    maya, counts = as_("maya"), []
    maya.get("/people/")
    for many in (1, 40):
        for _ in range(many):
            journey = factories.JourneyFactory(team=cast.hub, person__by=cast.maya)
            factories.ConversationFactory(journey=journey, words="The boiler.")
        with CaptureQueriesContext(connection) as queries:
            page = maya.get("/people/words/", {"words": "boiler"}).content.decode()
        counts.append(len(queries))
    assert counts[0] == counts[1]
    assert "?page=2&amp;found=" in page


def test_what_is_sought_stands_in_no_address(cast: Cast, as_: As) -> None:
    maya, owen = as_("maya"), as_("owen")
    for address, name in (("/people/", "called"), ("/people/words/", "words"), (f"/people/{cast.sam.ref}/same/", "called")):
        led_on = maya.post(address, {name: "Sam"}).url
        assert "Sam" not in led_on
        assert 'value="Sam"' in maya.get(led_on).content.decode()
        assert 'value="Sam"' not in owen.get(led_on).content.decode(), "another account reads nothing from it"
    assert 'value=""' in maya.get("/people/?found=nonsense").content.decode().partition('id="called"')[2][:40]
    assert maya.post("/people/", {"called": " "}).url == "/people/"


def test_the_next_page_of_what_was_found_tells_it_neither(cast: Cast, as_: As) -> None:
    for _number in range(60):
        factories.JourneyFactory(person__called="Anwen", team=cast.hub)
    page = as_("maya").get(as_("maya").post("/people/", {"called": "Anwen"}).url).content.decode()
    more = page.partition('rel="next"')[0].rpartition('href="')[2].partition('"')[0].replace("&amp;", "&")
    assert "Anwen" not in more
    assert as_("maya").get(f"/people/{more}").content.decode().count('class="people__name"') == 10
