"""Facts about anyone who is not the person are marked as theirs."""

from collections.abc import Callable

from django.test import Client

from alongside.rooms.journeys.models import AboutAnother
from alongside.rooms.people.holdings import all_holdings
from tests import factories as f
from tests.conftest import Cast

As = Callable[[str], Client]


def test_a_paragraph_is_marked_as_anothers_and_the_mark_taken_away(cast: Cast, as_: As) -> None:
    talk = f.ConversationFactory(journey=cast.journey, words="Tea.\nJade is afraid of the stairs.")
    page, maya = f"/people/{cast.sam.ref}/conversations/{talk.pk}/", as_("maya")
    assert maya.post(f"{page}about-another/", {"passage": "1", "whose": "Jade"}).status_code == 302
    mark = AboutAnother.objects.get()
    assert (mark.passage, mark.whose, mark.by) == ("Jade is afraid of the stairs.", "Jade", cast.maya)
    assert "About Jade: “Jade is afraid of the stairs.”" in maya.get(page).content.decode()
    assert maya.post(f"{page}about-another/", {"passage": "1", "whose": "Jade, 9"}).status_code == 302
    assert AboutAnother.objects.get().whose == "Jade, 9"
    assert maya.post(f"{page}about-another/", {"unmark": str(mark.pk)}).status_code == 302
    assert not AboutAnother.objects.exists()


def test_nobody_named_or_words_that_are_not_there_are_refused(cast: Cast, as_: As) -> None:
    talk = f.ConversationFactory(journey=cast.journey, words="Tea.")
    address = f"/people/{cast.sam.ref}/conversations/{talk.pk}/about-another/"
    for told in ({"passage": "0", "whose": " "}, {"passage": "7", "whose": "Jade"}, {"passage": "", "whose": "Jade"}):
        assert as_("maya").post(address, told).status_code == 422
    assert not AboutAnother.objects.exists()


def test_an_access_request_finds_what_is_marked(cast: Cast) -> None:
    talk = f.ConversationFactory(journey=cast.journey)
    f.AboutAnotherFactory(conversation=talk)
    (holding,) = [one for one in all_holdings() if one.label == "journeys.AboutAnother"]
    assert holding.redact == ("passage", "whose")
    assert holding.rows(cast.sam).count() == 1


def test_anothers_mark_is_not_reached_through_this_conversation(cast: Cast, as_: As) -> None:
    mine, other = f.ConversationFactory(journey=cast.journey), f.AboutAnotherFactory()
    assert as_("maya").post(f"/people/{cast.sam.ref}/conversations/{mine.pk}/about-another/", {"unmark": str(other.pk)}).status_code == 404
    assert AboutAnother.objects.filter(pk=other.pk).exists()
