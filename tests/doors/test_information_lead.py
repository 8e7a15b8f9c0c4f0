"""The information lead's door: who looked, what waits, everything that is held, and an end of it."""

import re
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from alongside.rooms.accounts.models import Account, Role
from alongside.rooms.journal.models import Entry, Reason
from alongside.rooms.people.models import Person
from alongside.rooms.rights.models import AccessRequest
from alongside.rooms.rights.pack import TAKEN_OUT
from alongside.rooms.sharing.acts import break_glass, keep_off, withhold
from tests import factories
from tests.conftest import Cast

As = Callable[[str], Client]
pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


@pytest.fixture
def gail_() -> Account:
    return factories.AccountFactory(called="Gail", role=Role.INFORMATION_LEAD)  # type: ignore[no-any-return,no-untyped-call]


@pytest.fixture
def gail(gail_: Account) -> Client:
    client = Client()
    client.force_login(gail_, backend="django.contrib.auth.backends.ModelBackend")
    return client


def test_who_opened_this_person_and_on_what_ground(gail: Client, cast: Cast, as_: As) -> None:
    as_("ines").get(f"/people/{cast.sam.ref}/")
    page = gail.get(f"/information/people/{cast.sam.ref}/").content.decode()
    assert "Ines" in page
    assert "opened their page" in page
    assert "is in the team" in page
    assert Entry.objects.filter(act="information.person_opened", subject=f"people.person:{cast.sam.ref}").exists()


def test_what_an_account_opened_needs_a_concern_and_closes_again(gail: Client, gail_: Account, cast: Cast, as_: As) -> None:
    as_("ines").get(f"/people/{cast.sam.ref}/")
    opened = f"/information/opened-by/{cast.ines.pk}/"
    assert gail.get(opened).status_code == 302
    assert gail.post("/information/opened-by/", {"account": cast.ines.pk, "concern": ""}).status_code == 422
    assert gail.post("/information/opened-by/", {"account": cast.ines.pk, "concern": "A neighbour knew of it"}).url == opened
    assert "Sam" in gail.get(opened).content.decode()
    assert Reason.objects.get().text == "A neighbour knew of it"
    Entry.objects.filter(act="information.account_looked_into").update(at=timezone.now() - timedelta(hours=2))
    assert gail.get(opened).status_code == 302


def test_the_journal_is_read_in_pages_without_losing_an_entry(gail: Client, cast: Cast) -> None:
    now = timezone.now()
    for number in range(230):
        factories.EntryFactory(subject=f"people.person:{cast.sam.ref}", at=now - number // 3 * DAY, act=f"people.thing{number}_opened")
    page, seen, address = "", [], f"/information/people/{cast.sam.ref}/"
    while address:
        page = gail.get(address).content.decode()
        seen += re.findall(r"thing\d+", page)
        more = page.partition('href="?before=')[2].partition('"')[0]
        address = f"/information/people/{cast.sam.ref}/?before={more}" if more else ""
    assert sorted(seen) == sorted(f"thing{number}" for number in range(230))


def test_what_was_opened_in_an_emergency_waits_until_it_is_looked_at(gail: Client, cast: Cast) -> None:
    glass = break_glass(ref=cast.sam.ref, reason="Found on the stairs.", by=cast.owen)
    assert "Owen" in gail.get("/information/").content.decode()
    gail.post(f"/information/emergencies/{glass.pk}/", {"found": "It was right."})
    assert "Owen" not in gail.get("/information/").content.decode()


def ask(gail: Client, cast: Cast) -> AccessRequest:
    gail.post(f"/information/people/{cast.sam.ref}/do/", {"do": "asked", "asked_on": timezone.localdate().isoformat()})
    return AccessRequest.objects.get()


def test_the_pack_has_everything_but_what_is_somebody_elses_and_says_so(gail: Client, cast: Cast) -> None:
    of = {"journey": cast.journey, "by": cast.maya}
    talk = factories.ConversationFactory(words="Tea.\nHer brother drinks.\nThen we walked.", **of)
    kept_back = factories.ConversationFactory(words="planted-withheld", **of)
    withhold(person=cast.sam, row=kept_back, ground="harm", reason="Said by the doctor", by=cast.maya)
    asked = ask(gail, cast)
    page = f"/information/requests/{asked.pk}/"
    assert gail.post(f"{page}do/", {"do": "answer"}).status_code == 422
    gail.post(f"{page}look/", {"label": "journeys.Conversation", "row": talk.pk, "field": "words", "passages": "Her brother drinks."})
    for kind in ("html", "json"):
        pack = gail.get(f"{page}pack/{kind}/").content.decode()
        assert "Then we walked." in pack
        assert "Her brother drinks." not in pack
        assert TAKEN_OUT in pack
        assert "planted-withheld" not in pack
        assert "likely to do serious harm" in pack
    assert (
        "does not stand"
        in gail.post(
            f"{page}look/", {"label": "journeys.Conversation", "row": talk.pk, "field": "words", "passages": "Never said."}
        ).content.decode()
    )


def test_once_all_is_looked_through_it_can_be_answered(gail: Client, cast: Cast) -> None:
    factories.ConversationFactory(words="Tea.", journey=cast.journey, by=cast.maya)
    asked = ask(gail, cast)
    marked = factories.ConversationFactory(words="Jade was ill.", journey=cast.journey, by=cast.maya)
    factories.AboutAnotherFactory(conversation=marked, passage="Jade was ill.", by=cast.maya)
    gail.post(f"/information/requests/{asked.pk}/do/", {"do": "rest", "label": "journeys.Conversation"})
    page = gail.get(f"/information/requests/{asked.pk}/")
    assert [text.proposed for text in page.context["texts"] if text.label == "journeys.Conversation" and not text.looked_at] == [
        ("Jade was ill.",)
    ]
    for text in page.context["texts"]:
        gail.post(f"/information/requests/{asked.pk}/look/", {"label": text.label, "row": text.row, "field": text.field, "passages": ""})
    gail.post(f"/information/requests/{asked.pk}/do/", {"do": "answer"})
    asked.refresh_from_db()
    assert asked.answered_on == timezone.localdate()


@pytest.mark.django_db(transaction=True)  # PostgreSQL writes tables anew outside a transaction only
def test_erased_from_the_page_and_only_with_a_tick(gail: Client, cast: Cast) -> None:
    address = f"/information/people/{cast.sam.ref}/do/"
    assert gail.post(address, {"do": "erase", "reason": "Asked for"}).status_code == 422
    assert Person.objects.filter(pk=cast.sam.pk).exists()
    gail.post(address, {"do": "erase", "reason": "Asked for", "sure": "on"})
    assert not Person.objects.filter(pk=cast.sam.pk).exists()


def test_the_record_of_processing_says_every_reason(gail: Client, cast: Cast) -> None:
    page = gail.get("/information/processing/").content.decode()
    assert "So that nobody has to tell it twice." in page
    assert "What was said" in page
    factories.BasisFactory(purpose="Walking with people")
    assert "Walking with people" in gail.get("/information/processing/").content.decode()


@pytest.mark.parametrize("who", ["maya", "priya", "owen"])
def test_nobody_else_comes_in(who: str, cast: Cast, as_: As) -> None:
    for path in ("", "people/", f"people/{cast.sam.ref}/", "opened-by/", f"opened-by/{cast.ines.pk}/", "processing/", "retention/"):
        assert as_(who).get(f"/information/{path}").status_code == 404


def test_what_they_asked_on_their_own_page_is_answered_and_everything_begins_the_clock(gail: Client, cast: Cast) -> None:
    wrong = factories.AskedFactory(person=cast.sam, kind="correction", words="My birthday is in May.")
    whole = factories.AskedFactory(person=cast.sam, kind="everything", words="")
    type(whole).objects.filter(pk=whole.pk).update(at=timezone.now() - 3 * DAY)
    waiting = gail.get("/information/").content.decode()
    assert "Asked on their own page" in waiting
    gail.post(f"/information/asked/{wrong.pk}/", {"answer": "We put it right."})
    led_on = gail.post(f"/information/asked/{whole.pk}/", {"do": "begin"}).url
    begun = AccessRequest.objects.get()
    assert led_on == f"/information/requests/{begun.pk}/"
    assert begun.asked_on == timezone.localdate() - 3 * DAY
    whole.refresh_from_db(), wrong.refresh_from_db()
    assert (wrong.answer, bool(whole.answer)) == ("We put it right.", True)
    assert "Asked on their own page" not in gail.get("/information/").content.decode()


def test_an_objection_waits_and_stopping_closes_what_was_shown(gail: Client, cast: Cast, as_: As) -> None:
    told = factories.TellingFactory(person=cast.sam, ground="task", account=cast.owen)
    factories.ToldPartFactory(telling=told, part="matters")
    one = factories.ObjectionFactory(telling=told)
    assert as_("owen").get(f"/shared/{cast.sam.ref}/").status_code == 200
    assert "They object" in gail.get("/information/").content.decode()
    gail.post(f"/information/objections/{one.pk}/", {"answer": "You are right.", "stopped": "on"})
    assert "You are right." in gail.get(f"/information/objections/{one.pk}/").content.decode()
    assert "planted" not in as_("owen").get(f"/shared/{cast.sam.ref}/").content.decode()
    assert cast.sam.called not in as_("owen").get("/shared/").content.decode()


def test_what_is_kept_off_is_only_in_the_pack_that_is_read_together(gail: Client, cast: Cast) -> None:
    of = {"journey": cast.journey, "by": cast.maya}
    talk = factories.ConversationFactory(words="planted-kept-off", **of)
    keep_off(person=cast.sam, row=talk, reason="planted-reason", by=cast.maya)
    factories.DisagreementFactory(person=cast.sam, row=talk.pk, words="planted-beside-it")
    factories.TieFactory(person=cast.sam, name="planted-flagged", kept_off=True, by=cast.maya)
    withheld = factories.ConversationFactory(words="planted-withheld", **of)
    withhold(person=cast.sam, row=withheld, ground="harm", reason="planted-ground", by=cast.maya)
    factories.AboutAnotherFactory(conversation=withheld, passage="planted-withheld", by=cast.maya)
    about = factories.ConversationFactory(words="planted-about-another", **of)
    factories.AboutAnotherFactory(conversation=about, passage="planted-about-another", by=cast.maya)
    asked = ask(gail, cast)
    for text in gail.get(f"/information/requests/{asked.pk}/").context["texts"]:
        where = {"label": text.label, "row": text.row, "field": text.field}
        gail.post(f"/information/requests/{asked.pk}/look/", {**where, "passages": "\n".join(text.proposed)})
    for kind in ("html", "json"):
        assert "planted" not in gail.get(f"/information/requests/{asked.pk}/pack/{kind}/").content.decode()
    together = gail.get(f"/information/requests/{asked.pk}/pack/together/").content.decode()
    assert set(re.findall(r"planted[-a-z]*", together)) == {
        "planted-kept-off",
        "planted-reason",
        "planted-beside-it",
        "planted-flagged",
    }
