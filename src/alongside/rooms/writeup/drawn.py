"""The lines that may be drawn out of a conversation."""

from dataclasses import dataclass, field
from datetime import date

from alongside.rooms.journeys.models import Cause
from alongside.rooms.journeys.models.action import LedBy
from alongside.rooms.people.models import Tie


@dataclass(frozen=True)
class AgreedLine:
    what: str
    led_by: LedBy
    leader_name: str = ""
    due_on: date | None = None


@dataclass(frozen=True)
class TieLine:
    name: str
    relation: str = ""
    strength: str = Tie.Strength.ORDINARY


@dataclass(frozen=True)
class CauseLine:
    what: str
    seen_by: Cause.SeenBy = Cause.SeenBy.OURS


@dataclass(frozen=True)
class CheckInLine:
    score: int | None = None
    weather: str = ""
    words: str = ""
    expects_more: bool = False


@dataclass(frozen=True)
class Drawn:
    """The lines drawn out of a conversation. Any of them may be missing: words alone are a whole record."""

    matters: list[str] = field(default_factory=list)
    ties: list[TieLine] = field(default_factory=list)
    causes: list[CauseLine] = field(default_factory=list)
    agreed: list[AgreedLine] = field(default_factory=list)
    check_in: CheckInLine | None = None
