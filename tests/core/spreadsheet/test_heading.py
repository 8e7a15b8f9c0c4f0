"""What place a column's name asks for, and which names may have none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.core.spreadsheet.heading import propose, why_refused
from alongside.core.spreadsheet.places import BY_KEY, LEAVE_BEHIND, PLACES
from tests.core.spreadsheet.people import team_file


def test_the_teams_own_names_are_known() -> None:
    expected = "called full_name born phone email address postcode matters met since lead_email reference"
    assert " ".join(propose(team_file("clean.csv").header).values()) == expected


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("KNOWN AS:", "called"),
        ("KnownAs", "called"),
        ("known_as", "called"),
        ("Preferred name(s)", "called"),
        ("D.O.B.", "born"),
        ("D O B", "born"),
        ("Date-of-birth", "born"),
        ("Mobile", "phone"),
        ("Tel. no.", "phone"),
        ("E-mail address", "email"),
        ("Addresses", "address"),
        ("Post code", "postcode"),
        ("What matters to them?", "matters"),
        ("Walking since", "since"),
        ("Start date", "since"),
        ("Worker e-mail", "lead_email"),
        ("Lead\u2019s e-mail", "lead_email"),
        ("Our reference", "reference"),
        ("Ref", "reference"),
        ("Shoe size", LEAVE_BEHIND),
        ("Lead", LEAVE_BEHIND),
        ("Notes", LEAVE_BEHIND),
    ],
)
def test_a_place_is_proposed_by_name(name: str, place: str) -> None:
    assert propose([name]) == {name: place}


def test_every_heading_asks_for_its_own_place() -> None:
    for place in PLACES:
        for heading in place.headings:
            assert propose([heading]) == {heading: place.key}


JUDGED = """
    Risk, Risks, Risk rating, RiskRating, risk_level, At-risk, R\u00edsk, Risk (column 5), RAG, R.A.G., R A G, RAG status, Rating,
    Status, Statuses, Housing status, Name (status), Score, riskscore, Total scores, Eligible?, Ineligible, ELIGIBILITY,
    Threshold met, Outcome code, ReasonCode, Reason codes, Ref code, Priority, case-priority, Priorities, Tier, case.tier,
    Closure reason, Date closed
"""
NOT_JUDGED = """
    Postcode, Post code, Post-code, HomePostcode, Asterisk, What is worth celebrating, Core needs, Is core, Frontier,
    Fragile things, Husband, Outcome they want, Story
"""


def in_list(names: str) -> list[str]:
    return [name.strip() for name in names.split(",")]


@pytest.mark.parametrize("name", in_list(JUDGED))
def test_a_judgement_of_another_system_has_no_place(name: str) -> None:
    assert why_refused(name)
    assert propose([name]) == {name: LEAVE_BEHIND}


@pytest.mark.parametrize("name", in_list(NOT_JUDGED))
def test_other_words_are_not_taken_for_judgements(name: str) -> None:
    assert why_refused(name) is None


def test_of_two_columns_for_one_place_the_first_has_it() -> None:
    assert propose(["Mobile", "Phone"]) == {"Mobile": "phone", "Phone": LEAVE_BEHIND}


@pytest.mark.slow
@given(st.lists(st.text() | st.sampled_from(["Phone", "Mobile", "Risk", "Name"]), unique=True))
def test_no_place_is_proposed_twice_and_only_those_there_are(header: list[str]) -> None:
    """Slow for the many headers that the law is tried on."""
    taken = [place for place in propose(header).values() if place != LEAVE_BEHIND]
    assert len(taken) == len(set(taken))
    assert set(taken) <= BY_KEY.keys()
