"""Role by URL by relation: who comes in where. Made from the URL resolver; and proof that it would see a gate taken away."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.db import transaction
from django.test import Client
from django.utils import timezone

from alongside.rooms.accounts.models import Account, Role
from alongside.rooms.people import compiled, gate
from alongside.rooms.people.gate import PersonQuerySet
from alongside.rooms.people.models import Person
from alongside.rooms.people.parts import Part
from alongside.rooms.sharing.acts import agree_to_share, break_glass, seal_person, tell, withdraw
from tests import factories
from tests.conftest import Cast
from tests.doors.urls import EVERY_URL, OPEN_TO_ANYONE, Url

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
COMES_IN = (200, 302, 422)
OF_TWO = {"worker:put_together", "worker:divide"}  # a second person's row is in them, with rules of its own
OF_SAM = [url for url in EVERY_URL if url.of_a_person and url.name not in OF_TWO]
DOORS = {"worker": Role.WORKER, "information": Role.INFORMATION_LEAD}
ELSEWHERE = [url for url in EVERY_URL if url.name.split(":")[0] in DOORS and not url.of_a_person and url.name not in OPEN_TO_ANYONE]
WHOLE, PARTS, NOTHING = "whole", "parts", "nothing"
RELATIONS = {  # how an account stands to Sam: what it sees of him, not sealed and sealed
    "leads": (WHOLE, WHOLE),  # and is named when he is sealed
    "team": (WHOLE, NOTHING),
    "asked in": (WHOLE, NOTHING),
    "ended": (NOTHING, NOTHING),
    "agreed": (PARTS, NOTHING),
    "agreed, taken back": (NOTHING, NOTHING),
    "duty": (PARTS, NOTHING),
    "emergency": (WHOLE, NOTHING),
    "emergency, over": (NOTHING, NOTHING),
    "named": (NOTHING, WHOLE),
    "other": (NOTHING, NOTHING),
}
OF_ANY_ROLE = ("asked in", "agreed", "duty", "named")


def related(cast: Cast, relation: str, role: Role) -> Account:
    """An account of that role that stands so to Sam."""
    today, now = timezone.localdate(), timezone.now()
    account: Account = factories.AccountFactory(role=role)  # type: ignore[assignment,no-untyped-call]
    sam = {"person": cast.sam, "by": cast.maya}
    parts = list(Part.values)
    if relation == "leads":
        return cast.maya
    if relation in ("team", "named"):
        factories.MemberFactory(team=cast.hub if relation == "team" else cast.south, account=account)
    if relation in ("asked in", "ended"):
        to_on = today if relation == "ended" else None
        factories.InvolvementFactory(journey=cast.journey, account=account, part="asked-in", to_on=to_on)
    if relation.startswith("agreed"):
        agreement = agree_to_share(parts=parts, account=account, what_for="the flat", on=today, **sam)  # type: ignore[arg-type]
        withdraw(agreement=agreement, by=None) if "back" in relation else None
    if relation == "duty":
        tell(ground="adult", because="x", on=today, whom="x", said="x", knew=True, account=account, parts=parts, **sam)  # type: ignore[arg-type]
    if relation.startswith("emergency"):
        glass = break_glass(ref=cast.sam.ref, reason="Found on the stairs.", by=account)
        if "over" in relation:
            type(glass).objects.filter(pk=glass.pk).update(at=now - timedelta(hours=5), until_at=now - timedelta(hours=1))
    return account


def expected(url: Url, role: Role, sees: str) -> bool:
    if url.name == "shared:shared_person":
        return sees == PARTS
    return role == Role.WORKER and sees == WHOLE


def answers(cast: Cast, url: Url) -> Iterator[tuple[str, bool, bool]]:
    """(who, whether they should come in, whether they did) for each role, relation and seal. Nothing of it is kept."""
    address = url.address(cast)
    for relation, sees in RELATIONS.items():
        for role in (Role.WORKER, Role.DECISION_MAKER) if relation in OF_ANY_ROLE else (Role.WORKER,):
            for sealed in (False, True):
                who = f"{relation}, {role}, {'sealed' if sealed else 'open'}"
                yield who, expected(url, role, sees[sealed]), _comes_in(cast, address, relation, role, sealed)


def _comes_in(cast: Cast, address: str, relation: str, role: Role, sealed: bool) -> bool:
    with transaction.atomic():
        account = related(cast, relation, role)
        if sealed:
            named = [account] if relation == "named" else []
            seal_person(person=cast.sam, named=named, reason="x", on=timezone.localdate(), by=cast.maya)
        client = Client()
        client.force_login(account, backend="django.contrib.auth.backends.ModelBackend")
        answer = client.get(address)
        answer = client.post(address, {}) if answer.status_code == 405 else answer
        transaction.set_rollback(True)
    return answer.status_code in COMES_IN


def faults(cast: Cast, url: Url) -> list[str]:
    return [f"{who}: {'kept out' if should else 'came in'}" for who, should, did in answers(cast, url) if should != did]


@pytest.mark.parametrize("url", OF_SAM, ids=lambda url: url.name)
def test_who_comes_in_to_what_is_sams(url: Url, cast: Cast) -> None:
    assert faults(cast, url) == []


@pytest.mark.parametrize("url", ELSEWHERE, ids=lambda url: url.name)
def test_a_door_opens_to_its_own_role_and_to_no_other(url: Url, cast: Cast) -> None:
    door = DOORS[url.name.split(":")[0]]
    address = url.address(cast)
    for role in Role:
        if role != door:
            client = Client()
            client.force_login(factories.AccountFactory(role=role), backend="django.contrib.auth.backends.ModelBackend")
            answer = client.get(address)
            assert (client.post(address, {}) if answer.status_code == 405 else answer).status_code == 404, role


def _without(step: int) -> Callable[[], gate.Steps]:
    whole = gate._seen
    return lambda: [one for number, one in enumerate(whole()) if number != step]


def _ever(path: str, account: str) -> Callable[..., Any]:
    """A way in that never ends."""
    return lambda part=None: gate._reaching(path).filter(**{account: compiled.ACCOUNT}).values("person")


BROKEN: dict[str, tuple[object, str, Callable[..., Any]]] = {
    "no gate at all": (PersonQuerySet, "visible_to", lambda self, viewer: self),
    "sealed is not taken away": (gate, "_seen", _without(3)),
    "involvements never end": (gate, "_alongside", _ever("journeys", "involvements__account")),
    "permission is never taken back": (gate, "_agreed", _ever("agreements", "account")),
    "emergencies never end": (gate, "_broken_glass", _ever("broken_glass", "by")),
}


@pytest.mark.parametrize("broken", BROKEN)
def test_the_matrix_sees_a_gate_taken_away(broken: str, cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    page = next(url for url in OF_SAM if url.name == ("shared:shared_person" if "permission" in broken else "worker:story"))
    assert faults(cast, page) == []
    compiled._made.clear()
    monkeypatch.setattr(*BROKEN[broken])  # type: ignore[arg-type]
    try:
        assert faults(cast, page)
    finally:
        compiled._made.clear()
    assert Person.objects.count() == 1
