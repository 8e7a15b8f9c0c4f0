"""Another team's person, and one who does not exist: the same answer, the same entry, the same number of queries."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from alongside.doors.signin import nobody
from alongside.rooms.journal.models import Entry
from tests.conftest import Cast

As = Callable[[str], Client]
NOBODY = "222222222222"


def plain(sql: str, *refs: str) -> str:
    for ref in refs:
        sql = sql.replace(ref, "REF")
    return sql


def test_another_teams_person_and_nobody_take_one_path(cast: Cast, as_: As) -> None:
    owen = as_("owen")
    owen.get("/today/")
    seen = []
    for ref in (cast.sam.ref, NOBODY):
        with CaptureQueriesContext(
            connection,
        ) as queries:
            answer = owen.get(f"/people/{ref}/")
        tables = [plain(query["sql"], ref).split(" WHERE ")[0].split(" VALUES ")[0] for query in queries]
        seen.append((answer.status_code, answer.content, tables))
    assert seen[0] == seen[1]
    assert seen[0][0] == 404


def test_both_are_journalled_alike(cast: Cast, as_: As) -> None:
    for ref in (cast.sam.ref, NOBODY):
        as_("owen").get(f"/people/{ref}/")
    entries = Entry.objects.filter(by=cast.owen).values_list("act", "kind", "ground")
    assert list(entries) == [(nobody.NOT_THERE, "read", "")] * 2


@pytest.mark.parametrize("kind", ["real", "none"])
def test_trying_too_often_is_slowed_down(kind: str, cast: Cast, as_: As, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(nobody, "TRIES", 3)
    ref = cast.sam.ref if kind == "real" else NOBODY
    owen = as_("owen")
    assert [owen.get(f"/people/{ref}/").status_code for _ in range(5)] == [404, 404, 404, 429, 429]
    assert as_("maya").get(f"/people/{cast.sam.ref}/").status_code == 200


def test_what_is_no_reference_reaches_no_view(as_: As) -> None:
    assert as_("maya").get("/people/1%20OR%201=1/").status_code == 404
    assert not Entry.objects.exists()
