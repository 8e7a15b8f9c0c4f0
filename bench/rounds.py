"""Interleaved rounds: each page right after its floor, so that what else the machine does meets both."""

import sys
from dataclasses import dataclass

from bench.pages import Facts, Page, floors, pages
from bench.web import Browser

WARM_UP = 10
ROUNDS = 100


@dataclass(frozen=True)
class Measured:
    """Seconds of each request. queries_one: with one row instead of many, or None where there is no such page."""

    page: Page
    seconds: list[float]
    floor_seconds: list[float]
    queries: int
    queries_one: int | None
    bytes: int


def measure(port: int, facts: Facts, rounds: int = ROUNDS, wanted: list[Page] | None = None) -> list[Measured]:
    """wanted: all the pages, unless these."""
    browser, newcomer, seer = Browser(port), Browser(port), Browser(port)
    browser.sign_in(facts["worker"], facts["password"])
    newcomer.sign_in(facts["newcomer"], facts["password"])
    seer.sign_in(facts["seer"], facts["password"])
    under = floors(facts)
    measured = [_counted(page, seer if page.by_seer else browser, newcomer) for page in wanted or pages(facts)]
    for number in range(WARM_UP + rounds):
        if number % 20 == 0:
            print(f"  round {number} of {WARM_UP + rounds}", file=sys.stderr)
        for one in measured:
            visitor = seer if one.page.by_seer else browser
            floor, page = under[one.page.floor](visitor).seconds, one.page.visit(visitor).seconds
            if number >= WARM_UP:
                one.floor_seconds.append(floor)
                one.seconds.append(page)
    return measured


def _counted(page: Page, browser: Browser, newcomer: Browser) -> Measured:
    many = page.visit(browser, counted=True)
    one = page.one(newcomer if page.newcomer else browser, counted=True) if page.one else None
    return Measured(page, [], [], many.queries, one.queries if one else None, len(many.body))
