"""The room of what a person may ask for."""

import factory
from factory.django import DjangoModelFactory

from alongside.rooms.rights import models as rights
from tests.factories.everyday import BEGUN, AccountFactory, PersonFactory, PlaceFactory


class AccessRequestFactory(DjangoModelFactory):
    class Meta:
        model = rights.AccessRequest

    person = factory.SubFactory(PersonFactory)
    asked_on = BEGUN
    by = factory.SubFactory(AccountFactory)


class PauseFactory(DjangoModelFactory):
    class Meta:
        model = rights.Pause

    request = factory.SubFactory(AccessRequestFactory)
    asked = "Which years do you mean?"
    begun_on = BEGUN
    by = factory.SubFactory(AccountFactory)


class RedactionFactory(DjangoModelFactory):
    class Meta:
        model = rights.Redaction

    request = factory.SubFactory(AccessRequestFactory)
    label = "journeys.Conversation"
    row = 1
    field = "words"
    by = factory.SubFactory(AccountFactory)


class RetentionRuleFactory(DjangoModelFactory):
    class Meta:
        model = rights.RetentionRule

    place = factory.SubFactory(PlaceFactory)
    label = "people.Person"
    months = 72
    because = "Claims may be made for six years."
    by = factory.SubFactory(AccountFactory)


class HoldFactory(DjangoModelFactory):
    class Meta:
        model = rights.Hold

    person = factory.SubFactory(PersonFactory)
    kind = "legal"
    reason = "An inquiry."
    by = factory.SubFactory(AccountFactory)


class ComplaintFactory(DjangoModelFactory):
    class Meta:
        model = rights.Complaint

    person = factory.SubFactory(PersonFactory)
    words = "You wrote down what I asked you not to."
    by = factory.SubFactory(AccountFactory)
