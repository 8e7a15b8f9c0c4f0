"""A write-up opens and saves with no signal, and goes up by itself when there is one: exactly once.

Slow: a real browser.
"""

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.conftest import Served
from tests.browser.test_drafts import WORDS, device, kept, opened, ref, save, talks, written

__all__ = ["device", "ref"]
pytestmark = [pytest.mark.browser, pytest.mark.slow]


def without_signal(device: BrowserContext, place: Served) -> Page:
    """A page whose browser has kept what it needs, and then loses the signal."""
    page = device.new_page()
    page.goto("/today/")
    page.wait_for_function("navigator.serviceWorker.ready.then(() => caches.match('/no-signal/write-up/')).then(Boolean)")
    expect(page.locator("html[data-words=kept]")).to_be_attached()
    device.set_offline(True)
    return page


def test_it_opens_saves_and_goes_up_once(device: BrowserContext, place: Served, ref: str) -> None:
    page = without_signal(device, place)
    page.goto(f"/people/{ref}/conversations/new/")
    expect(page.locator("main")).to_contain_text("There is no signal.")
    expect(page.locator("html[data-words=kept]")).to_be_attached()
    page.locator("[name=words]").fill(WORDS)
    page.locator("summary", has_text="what matters").tap()
    page.locator("[name=matters_0_words]").fill("My own door.")
    save(page)
    expect(page.locator("main")).to_contain_text("Nothing is on the server yet.")
    assert len(kept(page)) == 1
    device.set_offline(False)
    expect(page.locator("[data-kept-status]")).to_contain_text("It is saved.", timeout=15_000)
    assert kept(page) == []
    assert talks(page, ref) == 1
    page.goto(f"/people/{ref}/")
    expect(page.locator(".strip")).to_contain_text("My own door.")


def test_signed_out_meanwhile_it_waits_and_says_so(device: BrowserContext, place: Served, ref: str) -> None:
    page = without_signal(device, place)
    page.goto(f"/people/{ref}/conversations/new/")
    expect(page.locator("html[data-words=kept]")).to_be_attached()
    page.locator("[name=words]").fill(WORDS)
    save(page)
    expect(page.locator("main")).to_contain_text("Nothing is on the server yet.")
    device.clear_cookies(name="alongside")
    device.set_offline(False)
    expect(page.locator("[data-kept-status]")).to_contain_text("It goes up after you sign in.", timeout=15_000)
    place.sign_in(page)
    expect(page.locator("[data-kept-status]")).to_contain_text("It is saved.", timeout=15_000)
    assert talks(page, ref) == 1


def test_a_signal_lost_while_writing(device: BrowserContext, place: Served, ref: str) -> None:
    page = written(opened(device, place, ref))
    page.wait_for_function("navigator.serviceWorker.ready.then(() => true)")
    device.set_offline(True)
    save(page)
    expect(page.locator("main")).to_contain_text("Nothing is on the server yet.")
    device.set_offline(False)
    expect(page.locator("[data-kept-status]")).to_contain_text("It is saved.", timeout=15_000)
    assert talks(page, ref) == 1


def test_another_page_says_in_words_that_there_is_no_signal(device: BrowserContext, place: Served, ref: str) -> None:
    page = without_signal(device, place)
    page.goto(f"/people/{ref}/")
    expect(page.locator("h1")).to_have_text("There is no signal")
    page.goto("/not-safe/")
    expect(page.locator("main")).to_contain_text("999")
