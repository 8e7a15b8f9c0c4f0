"""What is kept off the page appears in no output of the door: words planted in every holding, every output searched."""

import base64
import os
import re
from collections.abc import Callable
from typing import Any

import pytest
from django.db import models
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from alongside.doors.mine.written import TEXTS
from alongside.rooms.journeys.models import Matter
from alongside.rooms.people.holdings import Holding, all_holdings
from alongside.rooms.people.models import Tie
from alongside.rooms.sharing.acts import clear_for_the_page, keep_off, put_back, withhold
from alongside.rooms.sharing.at_the_door import NEVER
from alongside.rooms.sharing.models import Withholding
from tests import factories as f
from tests.conftest import Cast
from tests.doors.mine.conftest import Opens, page_of

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif("DATABASE_URL" in os.environ, reason="what leaves the door is the same on either database: beside SQLite"),
]
WORD = "Quillfeather"
CODED = base64.b64encode(WORD.encode() * 3).decode()  # as a picture's bytes are given
PAGES = ["front", "matters", "agreed", "doing", "life", "written", "looked", "share", "trust", "take", "take_page", "take_data"]
HOLDINGS = {holding.label: holding for holding in all_holdings()}


def _cleared(cast: Cast, **said: Any) -> models.Model:
    talk = f.ConversationFactory(journey=cast.journey, **said)
    f.ClearedFactory(conversation=talk)
    return talk


PLANTED: dict[str, Callable[[Cast], models.Model]] = {  # a row of Sam's with WORD wherever words can be
    "people.Person": lambda cast: _changed(cast.sam, full_name=WORD, access_needs=WORD, reach=WORD, safety_note=WORD, address=WORD),
    "people.Tie": lambda cast: f.TieFactory(person=cast.sam, name=WORD, relation=WORD),
    "people.KeptMap": lambda cast: f.KeptMapFactory(person=cast.sam, word=WORD, content={"ties": [{"name": WORD}]}),
    "people.LifeEvent": lambda cast: f.LifeEventFactory(person=cast.sam, what=WORD, service=WORD),
    "people.Identifier": lambda cast: f.IdentifierFactory(person=cast.sam, issuer=WORD, value=WORD),
    "people.FindingKey": lambda cast: f.FindingKeyFactory(person=cast.sam),
    "journeys.Journey": lambda cast: _changed(cast.journey, met_words=WORD, met_where=WORD, ended_words=WORD),
    "journeys.Involvement": lambda cast: _changed(cast.devs, what_for=WORD),
    "journeys.Conversation": lambda cast: _cleared(cast, words=WORD, where=WORD, who=WORD),
    "journeys.Matter": lambda cast: f.MatterFactory(journey=cast.journey, words=WORD),
    "journeys.Cause": lambda cast: f.CauseFactory(journey=cast.journey, what=WORD),
    "journeys.LeadsTo": lambda cast: f.LeadsToFactory(cause__journey=cast.journey, effect__journey=cast.journey),
    "journeys.Action": lambda cast: f.ActionFactory(journey=cast.journey, what=WORD, outcome=WORD, leader_name=WORD, led_by="circle"),
    "journeys.Handover": lambda cast: f.HandoverFactory(action__journey=cast.journey, was_leader=WORD, leader=WORD),
    "journeys.SharedTalk": lambda cast: f.SharedTalkFactory(journey=cast.journey, words=WORD),
    "journeys.AboutAnother": lambda cast: f.AboutAnotherFactory(
        conversation=_cleared(cast, words=f"Sam came.\n{WORD}"), passage=WORD, whose=WORD
    ),
    "journeys.SharedWith": lambda cast: f.SharedWithFactory(journey=cast.journey, talk__words=WORD),
    "journeys.CheckIn": lambda cast: f.CheckInFactory(journey=cast.journey, words=WORD),
    "sharing.Agreement": lambda cast: f.AgreementFactory(person=cast.sam, name=WORD, organisation=WORD, what_for=WORD),
    "sharing.AgreedPart": lambda cast: f.AgreedPartFactory(agreement__person=cast.sam, agreement__name="A neighbour"),
    "sharing.Telling": lambda cast: f.TellingFactory(person=cast.sam, because=WORD, whom=WORD, said=WORD, ground="task"),
    "sharing.ToldPart": lambda cast: f.ToldPartFactory(telling__person=cast.sam),
    "sharing.Objection": lambda cast: f.ObjectionFactory(telling__person=cast.sam, words=WORD),
    "sharing.KeepingTold": lambda cast: f.KeepingToldFactory(person=cast.sam, how="not-yet", why_not_yet=WORD),
    "sharing.Cleared": lambda cast: _cleared(cast, words="Nothing."),
    "sharing.Named": lambda cast: f.NamedFactory(person=cast.sam),
    "sharing.BreakGlass": lambda cast: f.BreakGlassFactory(person=cast.sam, reason=WORD),
    "sharing.Withholding": lambda cast: f.WithholdingFactory(person=cast.sam, reason=WORD),
    "sharing.Disagreement": lambda cast: f.DisagreementFactory(
        person=cast.sam, label="people.tie", row=f.TieFactory(person=cast.sam).pk, words=WORD
    ),
    "sharing.PersonLink": lambda cast: f.PersonLinkFactory(
        person=cast.sam, ended_at=timezone.now(), who_else=WORD, code_by="text", code_to=WORD
    ),
    "sharing.DoorCode": lambda cast: f.DoorCodeFactory(link__person=cast.sam, link__ended_at=timezone.now()),
    "sharing.Sitting": lambda cast: f.SittingFactory(link__person=cast.sam, link__ended_at=timezone.now()),
    "sharing.Trusted": lambda cast: f.TrustedFactory(person=cast.sam, name=WORD),
    "sharing.TrustedPart": lambda cast: f.TrustedPartFactory(trusted__person=cast.sam),
    "sharing.LifePicture": lambda cast: f.LifePictureFactory(person=cast.sam, words=WORD),
    "sharing.LifeArea": lambda cast: f.LifeAreaFactory(picture__person=cast.sam, name=WORD),
    "sharing.RingMe": lambda cast: f.RingMeFactory(person=cast.sam, words=WORD),
    "sharing.Asked": lambda cast: f.AskedFactory(person=cast.sam, words=WORD),
    "finding.RingRequest": lambda cast: f.RingRequestFactory(person=cast.sam, ring_on=WORD),
    "attachments.Attachment": lambda cast: f.PictureFactory(attachment__journey=cast.journey, attachment__because=WORD).attachment,
    "attachments.Picture": lambda cast: f.PictureFactory(attachment__journey=cast.journey, picture=WORD.encode() * 3),
    "rights.AccessRequest": lambda cast: f.AccessRequestFactory(person=cast.sam, how=WORD),
    "rights.Pause": lambda cast: f.PauseFactory(request__person=cast.sam, asked=WORD),
    "rights.Redaction": lambda cast: f.RedactionFactory(request__person=cast.sam, passage=WORD),
    "rights.Hold": lambda cast: f.HoldFactory(person=cast.sam, reason=WORD),
    "rights.Complaint": lambda cast: f.ComplaintFactory(person=cast.sam, words=WORD, answer=""),
    "merging.Merging": lambda cast: f.MergingFactory(kept=cast.sam, before={"chosen": {"address": [WORD, WORD]}}),
}
# Words of these never come to the door, kept off or not: they are read together, or are not the person's to see on a phone.
WITHOUT_WORDS = {"journeys.LeadsTo", "sharing.AgreedPart", "sharing.ToldPart", "sharing.DoorCode", "sharing.Sitting", "sharing.TrustedPart"}
NEVER_HERE = NEVER | {"sharing.breakglass", "sharing.personlink", "finding.ringrequest"}


def _changed(row: models.Model, **said: Any) -> models.Model:
    type(row)._default_manager.filter(pk=row.pk).update(**said)
    row.refresh_from_db()
    return row


def outputs(client: Client) -> dict[str, str]:
    """Everything the door gives out: each page, each file, and the page beside each text that there could be."""
    found = {name: page_of(client.get(reverse(f"mine:{name}"))) for name in PAGES}
    for key, model in TEXTS.items():
        for pk in model._default_manager.values_list("pk", flat=True):
            found[f"{key} {pk}"] = page_of(client.get(reverse("mine:differently", args=[key, pk])))
            found[f"{key} {pk}, off"] = page_of(client.get(reverse("mine:off", args=[key, pk])))
    for pk in Matter.objects.values_list("pk", flat=True):
        found[f"matters, {pk}"] = page_of(client.get(f"/mine/matters/?instead_of={pk}"))
    return found


def where(client: Client, words: str = WORD) -> list[str]:
    return found_in(outputs(client), words)


def found_in(pages: dict[str, str], words: str = WORD) -> list[str]:
    return [name for name, page in pages.items() if words.lower() in page.lower() or CODED in page]


def test_words_are_planted_in_every_holding() -> None:
    assert set(PLANTED) == set(HOLDINGS)


@pytest.mark.slow
@pytest.mark.parametrize("label", PLANTED)
def test_what_is_kept_off_is_in_no_output(label: str, cast: Cast, opens: Opens) -> None:
    """Slow: every page of the door three times. Put back, it stands where it stood."""
    client = opens()
    row = PLANTED[label](cast)
    seen = found_in(outputs(client))
    assert bool(seen) is (label not in WITHOUT_WORDS and label.lower() not in NEVER_HERE), "without being kept off"
    kept = keep_off(person=cast.sam, row=row, by=cast.maya, reason="Not at home.")
    assert where(client) == []
    put_back(withholding=kept, by=cast.maya)
    kept = withhold(person=cast.sam, row=row, ground="harm", reason="Not at home.", by=cast.maya)
    assert where(client) == []
    put_back(withholding=kept, by=cast.maya)
    assert found_in({seen[0]: outputs(client)[seen[0]]} if seen else {}) == seen[:1]


def _has_flag(holding: Holding) -> bool:
    return any(field.name == "kept_off" for field in holding.model._meta.concrete_fields)


@pytest.mark.parametrize("label", [label for label, holding in HOLDINGS.items() if _has_flag(holding)])
def test_what_is_kept_off_the_front_is_in_no_output(label: str, cast: Cast, opens: Opens) -> None:
    client = opens()
    row = PLANTED[label](cast)
    assert where(client)
    _changed(row, kept_off=True)
    assert where(client) == []


def test_it_leaves_no_gap_no_count_and_no_notice(cast: Cast, opens: Opens) -> None:
    """The page with something kept off it is, letter for letter, the page on which it never was."""
    client = opens()

    def plain(pages: dict[str, str]) -> dict[str, str]:
        return {name: re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", page) for name, page in pages.items() if name in PAGES}

    never = plain(outputs(client))
    for label in ("people.Tie", "people.LifeEvent", "journeys.Conversation", "journeys.Matter", "journeys.Cause", "journeys.Action",
                  "journeys.CheckIn", "sharing.Agreement", "sharing.Telling", "sharing.Trusted", "sharing.Disagreement",
                  "attachments.Attachment"):  # fmt: skip
        row = PLANTED[label](cast)
        keep_off(person=cast.sam, row=row, by=None, by_person=True)
        if label == "sharing.Disagreement":  # the row it stands beside goes too
            keep_off(person=cast.sam, row=Tie.objects.get(pk=row.row), by=None, by_person=True)  # type: ignore[attr-defined]
    assert Withholding.objects.count() == 13
    assert plain(outputs(client)) == never


def test_a_conversation_waits_until_its_writer_has_cleared_it(cast: Cast, opens: Opens) -> None:
    client = opens()
    talk = f.ConversationFactory(journey=cast.journey, words=WORD)
    assert where(client) == []
    clear_for_the_page(conversation=talk, person=cast.sam, by=cast.maya)
    assert where(client)


def test_paragraphs_about_somebody_else_are_left_out(cast: Cast, opens: Opens) -> None:
    client = opens()
    talk = _cleared(cast, words=f"Sam came.\n{WORD}\nSam went.")
    f.AboutAnotherFactory(conversation=talk, passage=WORD, whose="Lee")
    assert where(client) == []
    assert where(client, "Sam went.")
    whole = _cleared(cast, words=WORD)
    f.AboutAnotherFactory(conversation=whole, passage=WORD, whose="Lee")
    assert f"talk/{whole.pk}/" not in page_of(client.get("/mine/written/"))


def test_what_hangs_on_something_kept_off_goes_with_it(cast: Cast, opens: Opens) -> None:
    client = opens()
    matter = f.MatterFactory(journey=cast.journey, words=WORD)
    f.ActionFactory(journey=cast.journey, what="Ask at the library", matter=matter)
    action = f.ActionFactory(journey=cast.journey, what="x")
    f.HandoverFactory(action=action, leader=WORD)
    assert where(client)
    keep_off(person=cast.sam, row=matter, by=None, by_person=True)
    keep_off(person=cast.sam, row=action, by=None, by_person=True)
    assert where(client) == []
    assert where(client, "Ask at the library")


def test_their_own_words_beside_a_text_go_where_the_text_goes(cast: Cast, opens: Opens) -> None:
    client = opens()
    tie = f.TieFactory(person=cast.sam)
    cause = f.CauseFactory(journey=cast.journey)
    f.DisagreementFactory(person=cast.sam, label="journeys.cause", row=cause.pk, words=WORD)
    f.DisagreementFactory(person=cast.sam, label="people.tie", row=tie.pk, words="Another word")
    assert where(client)
    keep_off(person=cast.sam, row=cause, by=None, by_person=True)
    assert where(client) == []
    assert where(client, "Another word")


def test_what_they_did_not_know_of_is_told_face_to_face(cast: Cast, opens: Opens) -> None:
    f.TellingFactory(person=cast.sam, because=WORD, knew=False, why_not_known=WORD)
    f.BreakGlassFactory(person=cast.sam, reason=WORD, not_told_because=WORD)
    assert where(opens()) == []
