"""Every model has a factory, every personal field a reason, and every table that leads to a person has joined the registry."""

import pytest
from django.apps import apps
from django.db import models

from alongside.core.why import Why
from alongside.rooms.people.holdings import all_holdings
from alongside.rooms.people.models import Person
from tests import factories

OURS = [model for model in apps.get_models() if model.__module__.startswith("alongside.")]
# Keys, author and moment.
NOT_PERSONAL = {"id", "ref", "by", "at", "person", "journey", "conversation", "action", "attachment", "team", "client_key"}


# Of others' packages: no factory, no `why`. None leads to a person walked with; each says what it is here for.
THEIRS = {
    "auth.Permission": "Django's; empty of meaning here, for what may be done is not kept in tables",
    "auth.Group": "Django's; stands empty",
    "contenttypes.ContentType": "Django's: names of tables",
    "sessions.Session": "Django's: who is signed in",
    "account.EmailAddress": "django-allauth's; stands empty: an account has one address",
    "account.EmailConfirmation": "django-allauth's; stands empty",
    "mfa.Authenticator": "django-allauth's: passkeys, apps and recovery codes of an account, sealed (decision 18)",
    "socialaccount.SocialAccount": "django-allauth's: who an account is at the provider of their work, hashed",
    "socialaccount.SocialApp": "django-allauth's; stands empty: the provider is in the environment",
    "socialaccount.SocialToken": "django-allauth's; stands empty: no token of the provider is kept",
}


def leads_to_person(model: type[models.Model], seen: frozenset[type[models.Model]] = frozenset()) -> bool:
    if model is Person:
        return True
    if model in seen:
        return False
    onward = [field.related_model for field in model._meta.get_fields() if field.many_to_one or (field.one_to_one and field.concrete)]
    return any(isinstance(to, type) and leads_to_person(to, seen | {model}) for to in onward)


PERSONAL = [model for model in OURS if leads_to_person(model)]


def test_every_table_of_others_is_known_and_leads_to_nobody() -> None:
    others = [model for model in apps.get_models() if model not in OURS]
    assert {model._meta.label for model in others} == set(THEIRS)
    assert not [model._meta.label for model in others if leads_to_person(model)]


@pytest.mark.parametrize("model", OURS, ids=lambda model: model._meta.label)
def test_every_model_has_a_factory_that_makes_one(model: type[models.Model], db: None) -> None:
    factory = getattr(factories, f"{model.__name__}Factory")
    assert factory._meta.model is model
    made = factory()
    assert model._default_manager.filter(pk=made.pk).exists()


@pytest.mark.parametrize("model", PERSONAL, ids=lambda model: model._meta.label)
def test_every_personal_field_says_why_it_is_kept(model: type[models.Model]) -> None:
    fields = {field.name for field in model._meta.concrete_fields} - NOT_PERSONAL
    why: dict[str, Why] = model.why  # type: ignore[attr-defined]
    assert set(why) == fields
    assert all(reason.reason.startswith("So that ") or reason.reason.startswith("To ") for reason in why.values())


def test_every_table_with_a_way_to_a_person_has_joined_the_registry() -> None:
    assert {holding.model for holding in all_holdings()} == set(PERSONAL)


@pytest.mark.parametrize("model", PERSONAL, ids=lambda model: model._meta.label)
def test_a_holding_finds_its_rows_by_the_person(model: type[models.Model], db: None) -> None:
    holding = next(one for one in all_holdings() if one.model is model)
    row = getattr(factories, f"{model.__name__}Factory")()
    person = Person.objects.get(pk=model._default_manager.filter(pk=row.pk).values_list(holding.person_path)[0][0])
    assert list(holding.rows(person)) == [row]
    assert not holding.rows(factories.PersonFactory(finding_keys=False)).exists() or model is Person
