"""The room of what is shared, with whom and why."""

from datetime import timedelta

import factory
from django.utils import timezone
from factory.django import DjangoModelFactory

from alongside.rooms.sharing import models as sharing
from tests.factories.everyday import BEGUN, AccountFactory, ConversationFactory, PersonFactory, PlaceFactory


class OfPersonFactory(DjangoModelFactory):
    class Meta:
        abstract = True

    person = factory.SubFactory(PersonFactory)


class BasisFactory(DjangoModelFactory):
    class Meta:
        model = sharing.Basis

    place = factory.SubFactory(PlaceFactory)
    purpose = factory.Sequence(lambda n: f"Purpose {n}")
    lawful_basis = "Public task"
    controllers = "Northbridge Council"
    from_on = BEGUN
    by = factory.SubFactory(AccountFactory)


class AgreementFactory(OfPersonFactory):
    class Meta:
        model = sharing.Agreement

    name = "A neighbour"
    what_for = "So that the flat is cleared"
    from_on = BEGUN
    by = factory.SubFactory(AccountFactory)


class AgreedPartFactory(DjangoModelFactory):
    class Meta:
        model = sharing.AgreedPart

    agreement = factory.SubFactory(AgreementFactory)
    part = "matters"


class TellingFactory(OfPersonFactory):
    class Meta:
        model = sharing.Telling

    ground = "adult"
    because = "The stairs are not safe."
    whom = "The duty desk"
    said = "That the stairs are not safe."
    knew = True
    on = BEGUN
    by = factory.SubFactory(AccountFactory)


class ToldPartFactory(DjangoModelFactory):
    class Meta:
        model = sharing.ToldPart

    telling = factory.SubFactory(TellingFactory)
    part = "matters"


class ObjectionFactory(DjangoModelFactory):
    class Meta:
        model = sharing.Objection

    telling = factory.SubFactory(TellingFactory, ground="task")
    words = "I do not want them to know."


class KeepingToldFactory(OfPersonFactory):
    class Meta:
        model = sharing.KeepingTold

    how = "shown"
    on = BEGUN
    by = factory.SubFactory(AccountFactory)


class NamedFactory(OfPersonFactory):
    class Meta:
        model = sharing.Named

    account = factory.SubFactory(AccountFactory)
    by = factory.SubFactory(AccountFactory)


class BreakGlassFactory(OfPersonFactory):
    class Meta:
        model = sharing.BreakGlass

    reason = "Found on the stairs, does not answer."
    until_at = factory.LazyFunction(lambda: timezone.now() + timedelta(hours=4))
    by = factory.SubFactory(AccountFactory)


class WithholdingFactory(OfPersonFactory):
    class Meta:
        model = sharing.Withholding

    label = "journeys.conversation"
    row = factory.Sequence(lambda n: n + 1)
    kind = "kept-off"
    reason = "It would not be safe at home."
    by = factory.SubFactory(AccountFactory)


class ClearedFactory(DjangoModelFactory):
    class Meta:
        model = sharing.Cleared

    conversation = factory.SubFactory(ConversationFactory)
    by = factory.SubFactory(AccountFactory)


class DisagreementFactory(OfPersonFactory):
    class Meta:
        model = sharing.Disagreement

    label = "journeys.conversation"
    row = 1
    words = "It was not like that."


class TrustedFactory(OfPersonFactory):
    class Meta:
        model = sharing.Trusted

    name = "Jade"
    role = "friend"


class TrustedPartFactory(DjangoModelFactory):
    class Meta:
        model = sharing.TrustedPart

    trusted = factory.SubFactory(TrustedFactory)
    part = "matters"


class PersonLinkFactory(OfPersonFactory):
    class Meta:
        model = sharing.PersonLink

    how = "link"
    token_digest = factory.Sequence(lambda n: f"{n:064}")
    code_by = "voice"
    by = factory.SubFactory(AccountFactory)


class DoorCodeFactory(DjangoModelFactory):
    class Meta:
        model = sharing.DoorCode

    link = factory.SubFactory(PersonLinkFactory)
    digest = "0" * 64
    at = factory.LazyFunction(timezone.now)
    until_at = factory.LazyAttribute(lambda code: code.at + timedelta(minutes=10))


class SittingFactory(DjangoModelFactory):
    class Meta:
        model = sharing.Sitting

    link = factory.SubFactory(PersonLinkFactory)
    key_digest = factory.Sequence(lambda n: f"{n:064}")
    at = factory.LazyFunction(timezone.now)
    until_at = factory.LazyAttribute(lambda sitting: sitting.at + timedelta(minutes=30))


class RingMeFactory(OfPersonFactory):
    class Meta:
        model = sharing.RingMe

    words = "After four"


class AskedFactory(OfPersonFactory):
    class Meta:
        model = sharing.Asked

    kind = "correction"
    words = "It was in May, not in June."


class OutboxFactory(DjangoModelFactory):
    class Meta:
        model = sharing.Outbox

    way = "text"
    to = "01632 960555"
    body = "Your code: 123456"


class LifePictureFactory(OfPersonFactory):
    class Meta:
        model = sharing.LifePicture

    on = BEGUN


class LifeAreaFactory(DjangoModelFactory):
    class Meta:
        model = sharing.LifeArea

    picture = factory.SubFactory(LifePictureFactory)
    name = "My days"
    place = 2
