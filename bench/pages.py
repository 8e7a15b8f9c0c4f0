"""What is measured: each page, the floor it stands on, and how many times its floor it may cost."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

from bench.web import Answer, Browser

Visit = Callable[..., Answer]  # (browser, counted=False)
Facts = dict[str, Any]
WORDS = "The boiler works again. Tea, and a long talk about the allotment.\n“I’d rather walk there myself.”"
FORM = {"when": "today", "where": "home", "minutes": "40", "who": "Jade"}
FIVE_LINES = {
    "matters_0_words": "To have the children here at weekends.",
    "ties_0_name": "Jade",
    "ties_0_relation": "daughter",
    "ties_0_strength": "strong",
    "causes_0_what": "Letters not opened",
    "causes_0_seen_by": "together",
    "agreed_0_what": "Ring together on Thursday",
    "agreed_0_led_by": "team",
    "check_in_0_score": "6",
}


@dataclass(frozen=True)
class Page:
    """floor: the name of what it is set beside. aim: at most so many times the floor, or None. one: the same with one row."""

    name: str
    visit: Visit
    floor: str
    aim: float | None
    one: Visit | None = None
    most_ms: float | None = None  # p95, in milliseconds, where the aim is one
    by_seer: bool = False  # whether the worker who is in every team visits it
    newcomer: bool = False  # whether `one` is visited by the worker who is alongside one person


def at(path: str) -> Visit:
    return lambda browser, counted=False: browser.get(path, counted=counted)


def saving(path: str, **lines: str) -> Visit:
    """The whole form, each time with a key of its own; the sentence that then waits in the session is read before the next."""

    def visit(browser: Browser, counted: bool = False) -> Answer:
        key = str(uuid4())  # in the words too: the same words again within minutes are the same conversation
        saved = browser.post(path, {**FORM, **lines, "words": f"{WORDS}\n{key}", "client_key": key}, counted=counted)
        browser.get("/bench/empty/")
        return saved

    return visit


def inserting(path: str) -> Visit:
    return lambda browser, counted=False: browser.post(path, {"words": WORDS}, counted=counted)


MISSPELT, EXACT = "Annwen Ashwerth", "Anwen%20Ashworth"
LOOKING = f"/people/?called={MISSPELT.replace(' ', '+')}"


def finding(people: int, most_ms: float) -> list[Page]:
    """By a misspelt name: among one's own team's, and by someone to whom everyone is to be seen; beside an indexed exact look-up."""
    among = f"among {people:,}"
    return [
        Page(f"Find a misspelt name {among}", at(LOOKING), "exact look-up", None, most_ms=most_ms),
        Page(f"The same, all {people:,} to be seen", at(LOOKING), "exact look-up", None, most_ms=most_ms, by_seer=True),
    ]


def floors(facts: Facts) -> dict[str, Visit]:
    return {
        "empty page": at("/bench/empty/"),
        "exact look-up": at(f"/bench/exact/{EXACT}/"),
        **(_of_lives(facts) if "full" in facts else {}),
    }


def _of_lives(facts: Facts) -> dict[str, Visit]:
    """Those that need rows of somebody's story."""
    return {
        "bare list of 500": at(f"/bench/rows/{facts['full'][1]}/"),
        "one insert": inserting(f"/bench/insert/{facts['usual'][1]}/"),
    }


def pages(facts: Facts) -> list[Page]:
    full, spare = f"/people/{facts['full'][0]}/", f"/people/{facts['spare'][0]}/"
    write_up = f"/people/{facts['usual'][0]}/conversations/new/"
    return [
        Page("Today, alongside 50", at("/today/"), "empty page", 3, at("/today/"), newcomer=True),
        Page("People, 50 of the team's", at("/people/"), "empty page", 3, at("/people/"), newcomer=True),
        Page("A person, 500 conversations", at(full), "empty page", None, at(spare)),
        Page("The whole story of 500", at(f"{full}story/"), "bare list of 500", 2, at(f"{spare}story/")),
        Page("The life line, with 500", at(f"{full}life/"), "bare list of 500", None, at(f"{spare}life/")),
        *finding(facts["people"], 60),
        Page("Words, in all conversations", at("/people/words/?words=allotment+boiler"), "empty page", None),
        Page("Words, all to be seen", at("/people/words/?words=allotment+boiler"), "empty page", None, by_seer=True),
        Page("The write-up page", at(write_up), "empty page", None),
        Page("A save, words only", saving(write_up), "one insert", 3),
        Page("A save with five lines", saving(write_up, **FIVE_LINES), "one insert", 6),
    ]
