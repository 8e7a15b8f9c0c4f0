"""Words where two things go wrong at once: a session that ends while they go up, another account meanwhile, two tabs opened again together.

Slow: a real browser.
"""

import re
import sqlite3
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from tests.browser.conftest import PHONE, Served

pytestmark = [pytest.mark.browser, pytest.mark.slow]

READY = "html[data-words=kept]"
KEYS = """() => new Promise((done) => {
  const asked = indexedDB.open("alongside");
  asked.onsuccess = () => {
    const all = asked.result.transaction("keys").objectStore("keys").getAll();
    all.onsuccess = () => done(all.result.length);
  };
})"""
IN_CHARGE = "navigator.serviceWorker.ready.then(() => Boolean(navigator.serviceWorker.controller))"
ALWAYS_ONLINE = "Object.defineProperty(navigator, 'onLine', { get: () => true })"


@pytest.fixture
def device(browser: Browser, place: Served) -> Iterator[BrowserContext]:
    """A phone that is not watched: what its console says of a lost signal is no fault here."""
    context = browser.new_context(base_url=place.root, **PHONE)
    context.set_default_timeout(10_000)
    yield context
    context.close()


def rows(place: Served, words: str) -> list[str]:
    """Who wrote each conversation with these words."""
    with sqlite3.connect(place.folder / "alongside.sqlite3") as database:
        found = database.execute(
            "SELECT called FROM journeys_conversation talk JOIN accounts_account account ON account.id = talk.by_id WHERE words = ?",
            [words],
        ).fetchall()
    return [called for (called,) in found]


def end_sessions(place: Served) -> None:
    with sqlite3.connect(place.folder / "alongside.sqlite3", timeout=10) as database:
        database.execute("DELETE FROM django_session")


def form_of_sam(device: BrowserContext, place: Served) -> tuple[Page, str]:
    """The write-up form, with the worker of the page in charge and everything kept for no signal."""
    page = device.new_page()
    place.sign_in(page)
    address = f"/people/{place.ref_of(page, 'Sam')}/conversations/new/"
    page.goto(address)
    if not page.evaluate(IN_CHARGE):  # it came into being while this page was loading
        page.reload()
    page.wait_for_selector(READY)
    return page, address


def saved_with_no_signal(device: BrowserContext, place: Served, words: str, *, older: bool = False) -> tuple[Page, str]:
    page, address = form_of_sam(device, place)
    device.set_offline(True)
    page.goto(address)
    page.wait_for_selector(READY)
    if older:
        page.evaluate("document.querySelector('form[data-draft]').dataset.version = 'older'")
    page.locator("[name=words]").fill(words)
    page.get_by_role("button", name="Save").tap()
    expect(page.locator("main")).to_contain_text("Nothing is on the server yet")
    return page, address


def test_a_session_that_ends_while_the_words_go_up(device: BrowserContext, place: Served) -> None:
    words = "Said as the session ran out."
    page, _ = saved_with_no_signal(device, place, words)

    def run_out(route: Route) -> None:
        if route.request.method == "POST":
            end_sessions(place)
        route.continue_()

    device.route("**/conversations/new/", run_out)
    device.set_offline(False)
    expect(page.locator("[data-kept-status]")).to_contain_text("after you sign in")
    device.unroute("**/conversations/new/")
    assert rows(place, words) == []
    place.sign_in(page)
    expect(page.locator("[data-kept-status]")).to_contain_text("went up")
    assert rows(place, words) == ["Maya"]


def test_another_account_meanwhile_never_sends_somebody_elses_words(device: BrowserContext, place: Served) -> None:
    words = "Maya's own, in a tab that stayed open."
    page, _ = form_of_sam(device, place)
    device.set_offline(True)
    page.locator("[name=words]").fill(words)
    page.get_by_role("button", name="Save").tap()
    expect(page.locator("main")).to_contain_text("Nothing is on the server yet")
    device.route("**/conversations/new/", lambda route: route.abort())
    device.set_offline(False)
    other = device.new_page()
    place.sign_in(other, "Ines")
    other.wait_for_selector(READY)
    assert words not in other.content()
    assert other.evaluate(KEYS) == 1
    device.unroute("**/conversations/new/")
    page.evaluate("dispatchEvent(new Event('online'))")
    expect(page.locator("[data-kept-status]")).to_contain_text("after you sign in")
    assert rows(place, words) == []
    place.sign_in(other, "Maya")
    expect(other.locator("[data-kept-status]")).to_contain_text("went up")
    assert rows(place, words) == ["Maya"]


def test_words_for_an_older_form_are_not_sent_into_a_newer_one(device: BrowserContext, place: Served) -> None:
    words = "Written on last week's form."
    page, address = saved_with_no_signal(device, place, words, older=True)
    device.set_offline(False)
    expect(page.locator("[data-kept-status]")).to_contain_text("was not taken")
    assert rows(place, words) == []
    page.goto(address)
    expect(page.locator(".older__words", has_text=words)).to_have_count(1)
    page.get_by_role("button", name="I have placed them").tap()
    page.reload()
    page.wait_for_selector(READY)
    expect(page.locator(".older__words")).to_have_count(0)


def test_a_save_that_does_not_arrive_though_the_phone_believes_in_a_signal(device: BrowserContext, place: Served) -> None:
    words = "Saved in a lift."
    device.add_init_script(ALWAYS_ONLINE)
    page, _ = form_of_sam(device, place)
    page.locator("[name=words]").fill(words)
    device.set_offline(True)
    page.get_by_role("button", name="Save").tap()
    expect(page.locator("h1")).to_have_text("There is no signal")
    expect(page.locator("[data-kept-status]")).to_contain_text("It goes up by itself")
    device.set_offline(False)
    page.evaluate("dispatchEvent(new Event('online'))")
    expect(page.locator("[data-kept-status]")).to_contain_text("went up")
    assert rows(place, words) == ["Maya"]


def test_two_tabs_opened_again_at_once_take_one_draft_each(device: BrowserContext, place: Served) -> None:
    first, address = form_of_sam(device, place)
    second = device.new_page()
    second.goto(address)
    second.wait_for_selector(READY)
    for page, words in ((first, "The first tab."), (second, "The second tab.")):
        page.locator("[name=words]").fill(words)
        expect(page.locator(".kept")).to_contain_text("Kept on this device")
    again = [device.new_page() for _ in range(3)]
    for page in again:
        page.goto("/not-safe/")
    first.close()
    second.close()
    for page in again:
        page.evaluate("address => { setTimeout(() => location.assign(address)) }", address)
    for page in again:
        page.wait_for_url(f"**{address}")
        page.wait_for_selector(READY)
    assert sorted(page.locator("[name=words]").input_value() for page in again) == ["", "The first tab.", "The second tab."]


def test_the_last_words_before_a_save_that_leads_to_sign_in(device: BrowserContext, place: Served) -> None:
    page, address = form_of_sam(device, place)
    end_sessions(place)
    page.locator("[name=words]").fill("Typed, and saved at once.")
    page.get_by_role("button", name="Save").tap()
    expect(page.locator("h1")).to_have_text("Sign in")
    place.sign_in(page)
    page.goto(address)
    expect(page.locator("[name=words]")).to_have_value("Typed, and saved at once.")


def test_a_refused_form_does_not_take_over_what_another_tab_left(device: BrowserContext, place: Served) -> None:
    first, address = form_of_sam(device, place)
    second = device.new_page()
    second.goto(address)
    second.wait_for_selector(READY)
    first.locator("[name=words]").fill("Without its day.")
    first.get_by_label("Another day", exact=True).check()
    expect(first.locator(".kept")).to_contain_text("Kept on this device")
    second.locator("[name=words]").fill("Left in the other tab.")
    expect(second.locator(".kept")).to_contain_text("Kept on this device")
    second.close()
    first.get_by_role("button", name="Save").tap()
    expect(first.locator("[data-error-summary]")).to_be_visible()
    first.wait_for_selector(READY)
    first.locator("[name=words]").fill("Without its day, again.")
    expect(first.locator(".kept")).to_contain_text("Kept on this device")
    first.get_by_label("Today", exact=True).check()
    first.get_by_role("button", name="Save").tap()
    expect(first).to_have_url(re.compile(r"/people/\w{12}/$"))
    first.goto(address)
    expect(first.locator("[name=words]")).to_have_value("Left in the other tab.")


def test_destroying_this_devices_key_takes_its_words_away_and_says_so(device: BrowserContext, place: Served) -> None:
    page, address = form_of_sam(device, place)
    page.locator("[name=words]").fill("On a phone that was given away.")
    expect(page.locator(".kept")).to_contain_text("Kept on this device")
    page.goto("/devices/")
    page.locator(".card", has_text="This device").get_by_role("button").tap()
    expect(page.locator("[data-kept-status]")).to_contain_text("cannot be read any more")
    page.goto(address)
    page.wait_for_selector(READY)
    expect(page.locator("[name=words]")).to_have_value("")
