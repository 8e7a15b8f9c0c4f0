"""Who is alike, how much, and why."""

from dataclasses import dataclass
from enum import StrEnum

from alongside.core.likeness.known import Known
from alongside.core.likeness.nicknames import for_one_name, heard_as, short_for, shortened
from alongside.core.likeness.sought import Sought, turned_round
from alongside.core.likeness.sounds import one_slip_apart, sound_of
from alongside.core.partial_date import PartialDate

ENOUGH = 0.6  # of the words typed, or of the words held where those are fewer


class Because(StrEnum):
    SAME_NAME = "the same name"
    SHORT_FOR = "often short for"
    CALLED = "often called"
    ONE_NAME = "short for the same name"
    SOUNDS = "sounds like"
    SLIP = "written almost like"
    BEGINS = "begins with"
    ADDRESS = "part of the address"
    NUMBER = "the same number"
    MARK = "our reference"
    BORN = "born that day"
    TURNED = "day and month the other way round"
    YEAR = "born that year"


@dataclass(frozen=True)
class Reason:
    """typed and held: the two words that were set beside each other, in their normal form; empty where there are none to show."""

    because: Because
    weight: float
    typed: str = ""
    held: str = ""


@dataclass(frozen=True)
class Likeness:
    """score: higher is more alike; only for putting hits in order. named: whether a name was alike."""

    score: float
    reasons: tuple[Reason, ...]
    named: bool


def name_reason(typed: str, held: str) -> Reason | None:
    """Why two words may be one name; None when they are not. The weight is the same whichever was typed."""
    if typed == held:
        return Reason(Because.SAME_NAME, 1.0, typed, held)
    if held in short_for(typed):
        return Reason(Because.SHORT_FOR, 0.85, typed, held)
    if held in shortened(typed):
        return Reason(Because.CALLED, 0.85, typed, held)
    if held in heard_as(typed):
        return Reason(Because.SOUNDS, 0.8, typed, held)
    if one_slip_apart(typed, held):
        return Reason(Because.SLIP, 0.8, typed, held)
    if (sound := sound_of(typed)) and sound == sound_of(held):
        return Reason(Because.SOUNDS, 0.75, typed, held)
    return Reason(Because.ONE_NAME, 0.7, typed, held) if held in for_one_name(typed) else None


def alike(sought: Sought, known: Known) -> Likeness | None:
    """How alike somebody is to what was typed; None when not enough of it fits."""
    firm = _firm_reasons(sought, known)
    worded = [reason for word in sought.words if (reason := _word_reason(word, known))]
    names = [reason for reason in worded if reason.because != Because.ADDRESS]
    asked = len(sought.words)
    fits = sum(reason.weight for reason in worded)
    enough = not asked or fits / asked >= ENOUGH or (len(known.names) < asked and names and fits / len(known.names) >= ENOUGH)
    if not (worded or firm) or not (enough or _is_sure(firm)):
        return None
    score = sum(reason.weight for reason in (*firm, *worded)) - 0.01 * len(known.names)
    return Likeness(score, tuple(sorted((*firm, *worded), key=lambda reason: -reason.weight)), bool(names))


def _is_sure(firm: list[Reason]) -> bool:
    return any(reason.because in (Because.NUMBER, Because.MARK, Because.BORN) for reason in firm)


def _word_reason(word: str, known: Known) -> Reason | None:
    reasons = [reason for name in known.names if (reason := name_reason(word, name) or _beginning(word, name))]
    if word in known.address_words:
        reasons.append(Reason(Because.ADDRESS, 0.7, word, word))
    return max(reasons, key=lambda reason: reason.weight, default=None)


def _beginning(typed: str, held: str) -> Reason | None:
    begins = len(typed) >= 3 and held.startswith(typed)
    return Reason(Because.BEGINS, 0.65, typed, held) if begins else None


def _firm_reasons(sought: Sought, known: Known) -> list[Reason]:
    found = [Reason(Because.NUMBER, 1.5) for number in sought.numbers if number in known.numbers]
    found += [Reason(Because.MARK, 2.0) for mark in sought.marks if mark in known.marks]
    found += [reason for born in sought.born if (reason := born_reason(born, known.born))]
    return found


def born_reason(typed: PartialDate, held: PartialDate | None) -> Reason | None:
    """Why two dates of birth may be one; a year alone fits a day in that year."""
    if held is None:
        return None
    if typed == held:
        return Reason(Because.BORN if len(typed.text) == len("1985-01-19") else Because.YEAR, 1.2)
    if turned_round(typed) == held:
        return Reason(Because.TURNED, 0.9)
    vague, exact = sorted((typed.text, held.text), key=len)
    return Reason(Because.YEAR, 0.3) if exact.startswith(vague) else None


def surely_alike(sought: Sought, known: Known) -> Likeness | None:
    """Strict: a name that is alike, and a number or a day of birth that is the same or turned about."""
    found = alike(sought, known)
    if found is None or not found.named:
        return None
    sure = {Because.NUMBER, Because.BORN, Because.TURNED}
    return found if any(reason.because in sure for reason in found.reasons) else None
