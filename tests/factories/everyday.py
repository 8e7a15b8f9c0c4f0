"""A factory for every model. Everyone in them is invented."""

from datetime import date
from io import BytesIO
from typing import Any

import factory
from factory.django import DjangoModelFactory
from PIL import Image

from alongside.core.partial_date import PartialDate
from alongside.rooms.accounts import models as accounts
from alongside.rooms.attachments import models as attachments
from alongside.rooms.finding import models as finding
from alongside.rooms.framework import models as framework
from alongside.rooms.journal import models as journal
from alongside.rooms.journeys import models as journeys
from alongside.rooms.merging import models as merging
from alongside.rooms.people import models as people
from alongside.rooms.people.acts import put_in_finding_keys
from alongside.rooms.teams import models as teams

BEGUN = date(2026, 1, 5)


def small_picture() -> bytes:
    """A JPEG of four by three pixels."""
    out = BytesIO()
    Image.new("RGB", (4, 3), "red").save(out, "jpeg")
    return out.getvalue()


SMALL = small_picture()


class OrganisationFactory(DjangoModelFactory):
    class Meta:
        model = accounts.Organisation

    name = factory.Sequence(lambda n: f"Organisation {n}")
    kind = "council"


class AccountFactory(DjangoModelFactory):
    class Meta:
        model = accounts.Account

    email = factory.Sequence(lambda n: f"worker{n}@northbridge.example")
    called = factory.Sequence(lambda n: f"Worker {n}")
    role = "worker"
    organisation = factory.SubFactory(OrganisationFactory)


class SealFactory(DjangoModelFactory):
    class Meta:
        model = journal.Seal

    number = factory.Sequence(lambda n: n + 1)
    count = 0
    digest = "0" * 64


class EntryFactory(DjangoModelFactory):
    class Meta:
        model = journal.Entry

    act = "people.person_added"
    kind = "write"
    subject = "people.person:222222222222"


class ReasonFactory(DjangoModelFactory):
    class Meta:
        model = journal.Reason

    entry = factory.SubFactory(EntryFactory)
    text = "Because it was asked for"
    salt = "0" * 32


class DeviceKeyFactory(DjangoModelFactory):
    class Meta:
        model = accounts.DeviceKey

    account = factory.SubFactory(AccountFactory)
    device = factory.Sequence(lambda n: f"{n:043}")


class SavedFormFactory(DjangoModelFactory):
    class Meta:
        model = accounts.SavedForm

    account = factory.SubFactory(AccountFactory)
    mark = factory.Sequence(lambda n: f"{n:064}")


class PlaceFactory(DjangoModelFactory):
    class Meta:
        model = teams.Place

    name = factory.Sequence(lambda n: f"Place {n}")


class SafetyNumberFactory(DjangoModelFactory):
    class Meta:
        model = teams.SafetyNumber

    place = factory.SubFactory(PlaceFactory)
    label = "The duty desk"
    number = "01632 960120"


class TeamFactory(DjangoModelFactory):
    class Meta:
        model = teams.Team

    place = factory.SubFactory(PlaceFactory)
    name = factory.Sequence(lambda n: f"Hub {n}")


class WritingWeekFactory(DjangoModelFactory):
    class Meta:
        model = teams.WritingWeek

    team = factory.SubFactory(TeamFactory)
    monday_on = date(2026, 11, 23)
    seconds = 300
    times = 5


class MemberFactory(DjangoModelFactory):
    class Meta:
        model = teams.Member

    team = factory.SubFactory(TeamFactory)
    account = factory.SubFactory(AccountFactory)
    from_on = BEGUN


class LinkedDecisionMakerFactory(DjangoModelFactory):
    class Meta:
        model = teams.LinkedDecisionMaker

    team = factory.SubFactory(TeamFactory)
    account = factory.SubFactory(AccountFactory, role="decision-maker")
    subject = "Council tax"
    from_on = BEGUN


class FrameworkFactory(DjangoModelFactory):
    class Meta:
        model = framework.Framework

    team = factory.SubFactory(TeamFactory)
    version = 1
    purpose = "Help me take back control of my life."
    principles = ["Understand what matters."]
    by = factory.SubFactory(AccountFactory)


class AuthorityFactory(DjangoModelFactory):
    class Meta:
        model = framework.Authority

    team = factory.SubFactory(TeamFactory)
    what = "Spend up to £150 at once"
    per_decision_pence = 15_000


class PersonFactory(DjangoModelFactory):
    class Meta:
        model = people.Person
        skip_postgeneration_save = True

    called = factory.Sequence(lambda n: f"Person {n}")
    by = factory.SubFactory(AccountFactory)

    @factory.post_generation
    def finding_keys(self, create: bool, extracted: object, **_: object) -> None:
        """As the acts do, unless told `finding_keys=False`."""
        if create and extracted is not False:
            put_in_finding_keys([self])


class ArrivalFactory(DjangoModelFactory):
    class Meta:
        model = people.Arrival

    by = factory.SubFactory(AccountFactory)


class TieFactory(DjangoModelFactory):
    class Meta:
        model = people.Tie

    person = factory.SubFactory(PersonFactory)
    name = factory.Sequence(lambda n: f"Friend {n}")
    by = factory.SelfAttribute("person.by")


class KeptMapFactory(DjangoModelFactory):
    class Meta:
        model = people.KeptMap

    person = factory.SubFactory(PersonFactory)
    kind = "ties"
    drawn_on = BEGUN
    content = {"things": [{"pk": 1, "name": "Mum", "relation": "", "strength": "strong", "flow": "none", "x": 0, "y": -90}]}
    by = factory.SelfAttribute("person.by")


class LifeEventFactory(DjangoModelFactory):
    class Meta:
        model = people.LifeEvent

    person = factory.SubFactory(PersonFactory)
    what = "Moved to Mill Lane"
    when = PartialDate("2024")
    by = factory.SelfAttribute("person.by")


class IdentifierFactory(DjangoModelFactory):
    class Meta:
        model = people.Identifier

    person = factory.SubFactory(PersonFactory)
    issuer = "hub"
    value = factory.Sequence(lambda n: f"HUB-{n:05}")


class JourneyFactory(DjangoModelFactory):
    class Meta:
        model = journeys.Journey

    person = factory.SubFactory(PersonFactory)
    team = factory.SubFactory(TeamFactory)
    since = PartialDate.of(BEGUN)
    by = factory.SelfAttribute("person.by")


class InvolvementFactory(DjangoModelFactory):
    class Meta:
        model = journeys.Involvement

    journey = factory.SubFactory(JourneyFactory)
    account = factory.SubFactory(AccountFactory)
    part = "lead"
    from_on = BEGUN
    by = factory.SelfAttribute("account")


class OfJourneyFactory(DjangoModelFactory):
    class Meta:
        abstract = True

    journey = factory.SubFactory(JourneyFactory)
    by = factory.SelfAttribute("journey.by")


class ConversationFactory(OfJourneyFactory):
    class Meta:
        model = journeys.Conversation

    held_on = BEGUN
    words = "Talked on the step."


class MatterFactory(OfJourneyFactory):
    class Meta:
        model = journeys.Matter

    words = "My mum"
    said_on = BEGUN


class CauseFactory(OfJourneyFactory):
    class Meta:
        model = journeys.Cause

    what = factory.Sequence(lambda n: f"Cause {n}")


class LeadsToFactory(DjangoModelFactory):
    class Meta:
        model = journeys.LeadsTo

    cause = factory.SubFactory(CauseFactory)
    effect = factory.SubFactory(CauseFactory, journey=factory.SelfAttribute("..cause.journey"))
    by = factory.SelfAttribute("cause.by")


class ActionFactory(OfJourneyFactory):
    class Meta:
        model = journeys.Action

    what = "Open the post together"
    led_by = "person"


class HandoverFactory(DjangoModelFactory):
    class Meta:
        model = journeys.Handover

    action = factory.SubFactory(ActionFactory)
    was_led_by = "team"
    led_by = "person"
    on = BEGUN
    by = factory.SelfAttribute("action.by")


class CheckInFactory(OfJourneyFactory):
    class Meta:
        model = journeys.CheckIn

    on = BEGUN
    score = 4


class AttachmentFactory(OfJourneyFactory):
    """The row alone, as a list reads it; PictureFactory makes one with its bytes."""

    class Meta:
        model = attachments.Attachment

    because = "The letter about the rent"
    format = "jpeg"
    width = 4
    height = 3
    bytes = factory.LazyFunction(lambda: len(SMALL))


class PictureFactory(DjangoModelFactory):
    class Meta:
        model = attachments.Picture

    attachment = factory.SubFactory(AttachmentFactory)
    picture = factory.LazyFunction(lambda: SMALL)
    preview = factory.LazyFunction(lambda: SMALL)


class MergingFactory(DjangoModelFactory):
    class Meta:
        model = merging.Merging

    kept = factory.SubFactory(PersonFactory)
    gone = factory.SubFactory(PersonFactory)
    before: dict[str, Any] = factory.LazyFunction(lambda: {"chosen": {}, "moved": {}, "there": {}, "mentions": [], "joined": []})
    by = factory.SubFactory(AccountFactory)


class FindingKeyFactory(DjangoModelFactory):
    class Meta:
        model = people.FindingKey

    person = factory.SubFactory(PersonFactory, finding_keys=False)
    key = factory.Sequence(lambda n: n)


class RingRequestFactory(DjangoModelFactory):
    class Meta:
        model = finding.RingRequest

    person = factory.SubFactory(PersonFactory)
    ring_on = "01632 960200"
    by = factory.SubFactory(AccountFactory)


class SharedTalkFactory(OfJourneyFactory):
    class Meta:
        model = journeys.SharedTalk

    words = "Both were there."
    held_on = BEGUN


class SharedWithFactory(DjangoModelFactory):
    class Meta:
        model = journeys.SharedWith

    talk = factory.SubFactory(SharedTalkFactory)
    journey = factory.SubFactory(JourneyFactory)


class AboutAnotherFactory(DjangoModelFactory):
    class Meta:
        model = journeys.AboutAnother

    conversation = factory.SubFactory(ConversationFactory)
    passage = factory.SelfAttribute("conversation.words")
    whose = "Jade"
    by = factory.SelfAttribute("conversation.by")
