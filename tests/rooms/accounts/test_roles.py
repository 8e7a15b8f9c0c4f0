"""The table of roles is what the doors ask, what the documents say, and what the settings and the terminal know."""

from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse

from alongside.foundation import signing_in
from alongside.rooms.accounts.models import Role
from alongside.rooms.accounts.roles import ACCOUNT, ROLES, RoleRow, as_markdown, row_of, same_door
from alongside.rooms.teams.models import Member
from tests import factories

PAGE = Path(__file__).parents[3] / "docs" / "reference" / "roles.md"
OF_ACCOUNTS = [row for row in ROLES if row.stands_on == ACCOUNT]


def test_the_documents_say_what_the_table_says() -> None:
    assert PAGE.read_text() == as_markdown(), "write it anew from as_markdown()"


def test_every_role_of_an_account_has_its_row_and_the_settings_know_it() -> None:
    assert [row.role for row in OF_ACCOUNTS] == list(Role)
    assert list(signing_in.ROLES) == list(Role)


def test_a_lead_is_a_part_in_a_team_and_comes_in_as_a_worker() -> None:
    assert "lead" in Member.Part
    assert "lead" not in Role
    assert same_door("lead", Role.WORKER)


@pytest.mark.parametrize("row", OF_ACCOUNTS, ids=lambda row: row.role)
def test_each_is_led_to_their_own_door_and_to_no_other(row: RoleRow, db: None) -> None:
    client = Client()
    client.force_login(factories.AccountFactory(role=row.role))
    first = client.get("/")
    assert first.headers.get("Location", "") == (reverse(row.door) if row.door else "")
    for other in OF_ACCOUNTS:
        if other.door:
            assert client.get(reverse(other.door)).status_code == (200 if other.door == row.door else 404)


def test_two_without_a_door_share_none() -> None:
    assert not same_door(Role.MANAGER, Role.STEWARD)
    assert row_of(Role.INFORMATION_LEAD).door == "information:waiting"
