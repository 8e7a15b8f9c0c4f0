"""Who may do what, as a table: by which door each role comes in, what for, and what of a person they see.

A role opens a door and nothing behind it: whom somebody sees there is decided by the gate (rooms/people/gate.py).
docs/reference/roles.md is this table, written out.
"""

from typing import NamedTuple

from alongside.rooms.accounts.models import Role

PART_IN_A_TEAM = "a part in a team"
ACCOUNT = "the account"
NO_DOOR = ""


class RoleRow(NamedTuple):
    """door: the name of the page to which `/` leads them, or NO_DOOR. stands_on: where the role is kept."""

    role: str
    door: str
    stands_on: str
    comes_for: str
    may: tuple[str, ...]
    sees: str


COVERED = "The parts of a record that an agreement or a duty covers for them, and nothing else."
WALKED_WITH = (
    "Those whom they are alongside, and those whom a team holds that they are in now; beside them what covers them by name:"
    " an agreement, a duty, a seal, an emergency. Nobody else."
)
LOOKED_AFTER = "No record but in what is asked of them: who looked, what is withheld, a request, a complaint."

ROLES: tuple[RoleRow, ...] = (
    RoleRow(
        Role.WORKER,
        "worker:today",
        ACCOUNT,
        "Working with people: today, a person's page, writing up, deciding in the work.",
        (
            "add someone new to their team",
            "write up, and change what stands on the page of whom they see",
            "bring in people of their team",
        ),
        WALKED_WITH,
    ),
    RoleRow(
        "lead",
        "worker:today",
        PART_IN_A_TEAM,
        "The same, and looking after how a team works. Leading is done in the team, by somebody who works in it.",
        ("what a worker may",),
        WALKED_WITH,
    ),
    RoleRow(Role.MANAGER, NO_DOOR, ACCOUNT, "Taking away what gets in the way; coaching teams.", (), COVERED),
    RoleRow(Role.DECISION_MAKER, NO_DOOR, ACCOUNT, "Answering one ask at a time, with the least context that will do.", (), COVERED),
    RoleRow(Role.STEWARD, NO_DOOR, ACCOUNT, "Looking after the place mission, its measures and its learning.", (), COVERED),
    RoleRow(
        Role.INFORMATION_LEAD,
        "information:waiting",
        ACCOUNT,
        "Standing behind the record: who looked, how often, and who signs in.",
        (
            "see who looked, and how often people search, never what",
            "answer requests and complaints",
            "ask people in, and let them begin afresh",
        ),
        LOOKED_AFTER,
    ),
)


def row_of(role: str) -> RoleRow:
    return next(row for row in ROLES if row.role == role)


def same_door(one: str, other: str) -> bool:
    """Whether two roles come in by one door."""
    return row_of(one).door != NO_DOOR and row_of(one).door == row_of(other).door


def as_markdown() -> str:
    """The page of documentation that is this table."""
    lines = ["# Who may do what", "", "Written from `rooms/accounts/roles.py`, which the doors ask; a test holds the two together.", ""]
    lines += [
        "A role opens a door. Whom somebody sees behind it is decided by the one gate, from the ground they have: never by the role.",
        "",
        "| role | kept with | comes for | door | may | sees |",
        "|---|---|---|---|---|---|",
    ]
    for row in ROLES:
        door = f"`{row.door}`" if row.door else "not built yet"
        cells = (str(row.role).replace("-", " "), row.stands_on, row.comes_for, door, "; ".join(row.may) or "nothing yet", row.sees)
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join([*lines, ""])
