"""Factories of what signing in keeps."""

from datetime import timedelta
from typing import Any

import factory
from allauth.mfa.models import Authenticator
from django.utils import timezone
from factory.django import DjangoModelFactory

from alongside.rooms.invitations import models as invitations

ACCOUNT = "tests.factories.AccountFactory"


class InvitationFactory(DjangoModelFactory):
    class Meta:
        model = invitations.Invitation

    account = factory.SubFactory(ACCOUNT)
    digest = factory.Sequence(lambda n: f"{n:064}")
    expires_at = factory.LazyFunction(lambda: timezone.now() + timedelta(days=7))


class PasskeyFactory(DjangoModelFactory):
    """django-allauth's, not ours: as far as the pages that list it look."""

    class Meta:
        model = Authenticator

    user = factory.SubFactory(ACCOUNT)
    type = Authenticator.Type.WEBAUTHN
    data: dict[str, Any] = factory.LazyFunction(lambda: {"name": "My phone", "credential": {}})
