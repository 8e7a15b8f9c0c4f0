"""The database is stuck: the page says that nothing was saved, the words are still in the form, and what must be at hand is.

Slow: it waits as long as a worker would.
"""

import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import PHONE, Served
from tests.browser.test_axe import look_at

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@contextmanager
def stuck(place: Served) -> Iterator[None]:
    """Somebody else holds the write lock."""
    holder = sqlite3.connect(place.folder / "alongside.sqlite3", isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    try:
        yield
    finally:
        holder.execute("ROLLBACK")
        holder.close()


@pytest.fixture
def page(browser: Browser, place: Served) -> Iterator[Page]:
    """A phone that is not watched for answers of 503: they are what is looked for."""
    context = browser.new_context(base_url=place.root, service_workers="block", **PHONE)
    yield context.new_page()
    context.close()


def test_words_outlast_a_save_that_could_not_be(page: Page, place: Served) -> None:
    place.sign_in(page)
    ref = place.ref_of(page, "Sam")
    page.goto(f"/people/{ref}/conversations/new/")
    page.locator("[name=words]").fill("Said while it was stuck.")
    begun = time.monotonic()
    with stuck(place):
        page.get_by_role("button", name="Save").tap()
        expect(page.locator("h1")).to_have_text("Nothing was saved", timeout=20_000)
        print(f"\nNothing was saved, said after {time.monotonic() - begun:.1f} s")
        expect(page.locator("[name=words]")).to_have_value("Said while it was stuck.")
        assert list(look_at(page)) == []
    page.get_by_role("button", name="Save again").tap()
    expect(page.get_by_role("status")).to_contain_text("Everything is in its place.")
    expect(page.locator("#understand .talk", has_text="Said while it was stuck.")).to_have_count(1)


def test_looking_asks_first_and_the_numbers_are_at_hand(page: Page, place: Served) -> None:
    place.sign_in(page)
    ref = place.ref_of(page, "Sam")
    begun = time.monotonic()
    with stuck(place):
        page.goto(f"/people/{ref}/")
        expect(page.locator("h1")).to_have_text("This opening could not be noted")
        page.get_by_role("link", name="Open it all the same").tap()
        expect(page.locator("h1")).to_have_text("Sam")
        print(f"\nOpened all the same after {time.monotonic() - begun:.1f} s")
        assert time.monotonic() - begun < 9
        begun = time.monotonic()
        page.goto("/not-safe/")
        expect(page.locator(".numbers li")).to_have_count(5)
        assert time.monotonic() - begun < 2
    assert (place.folder / "journal.spool").exists()
