"""No word is lost: a closed tab, a crash, a time-out, signing out, another account, a lost device, two tabs, an older form.

Slow: a real browser.
"""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Error, Page, expect

from tests.browser.conftest import PHONE, Served
from tests.browser.hand import someone_new

pytestmark = [pytest.mark.browser, pytest.mark.slow]

WORDS = "Tea on the step. He opened the letter himself."
ALL = """name => new Promise((done, fail) => {
  const open = indexedDB.open("alongside");
  open.onerror = () => fail(open.error);
  open.onsuccess = () => {
    const asked = open.result.transaction(name).objectStore(name).getAll();
    asked.onsuccess = () => done(asked.result.map(%s));
  };
})"""
BYTES = 'one => new TextDecoder("latin1").decode(one.box) + JSON.stringify({...one, box: "", iv: ""})'
UNSEALS = """async () => {
  const rows = name => new Promise(done => { const open = indexedDB.open("alongside"); open.onsuccess = () => {
    const asked = open.result.transaction(name).objectStore(name).getAll(); asked.onsuccess = () => done(asked.result); }; });
  const [key] = await rows("keys"), [draft] = await rows("drafts"), text = new TextEncoder();
  const how = { name: "AES-GCM", iv: draft.iv, additionalData: text.encode(`${draft.keeper} ${draft.id}`) };
  return crypto.subtle.decrypt(how, key.key, draft.box).then(() => true, () => false);
}"""


@pytest.fixture
def device(browser: Browser, place: Served) -> Iterator[BrowserContext]:
    """A phone of its own; what its console says of a lost signal or a crash is no fault here."""
    context = browser.new_context(base_url=place.root, **PHONE)
    context.set_default_timeout(10_000)
    yield context
    context.close()


def opened(device: BrowserContext, place: Served, ref: str) -> Page:
    page = device.new_page()
    page.goto(f"/people/{ref}/conversations/new/")
    expect(page.locator("html[data-words=kept]")).to_be_attached()
    return page


def written(page: Page, words: str = WORDS) -> Page:
    page.locator("[name=words]").fill(words)
    expect(page.locator("form .kept")).to_contain_text("Kept on this device")
    return page


@pytest.fixture
def ref(device: BrowserContext, place: Served) -> str:
    """Someone new, whom Maya walks with, on a device on which she is signed in."""
    page = device.new_page()
    place.sign_in(page)
    found = someone_new(page, "Kit").rstrip("/").rsplit("/", 1)[1]
    page.close()
    return found


def kept(page: Page, name: str = "drafts", what: str = "one => one.id") -> list[Any]:
    return list(page.evaluate(ALL % what, name))


def talks(page: Page, ref: str, words: str = WORDS) -> int:
    page.goto(f"/people/{ref}/story/")
    return page.locator(".talk", has_text=words).count()


def save(page: Page) -> None:
    page.get_by_role("button", name="Save").tap()


def test_a_closed_tab_and_a_clock_an_hour_wrong(device: BrowserContext, place: Served, ref: str) -> None:
    device.add_init_script("const now = Date.now; Date.now = () => now() + 3_600_000;")
    page = written(opened(device, place, ref))
    page.get_by_label("At home").check(force=True)
    page.wait_for_timeout(2_500)
    page.close()
    page = opened(device, place, ref)
    expect(page.locator("[name=words]")).to_have_value(WORDS)
    expect(page.get_by_label("At home")).to_be_checked()
    expect(page.locator("form .kept")).to_contain_text("They are not saved yet.")
    save(page)
    expect(page.get_by_role("status").filter(has_text="Everything is in its place.")).to_be_visible()
    expect(page.locator("html[data-words=kept]")).to_be_attached()
    assert kept(page) == []
    assert talks(page, ref) == 1
    expect(opened(device, place, ref).locator("[name=words]")).to_have_value("")


def test_a_crash(device: BrowserContext, place: Served, ref: str) -> None:
    page = written(opened(device, place, ref))
    with pytest.raises(Error):
        page.goto("chrome://crash")
    page.close()  # its process holds the service worker too until the browser has cleared it away
    expect(opened(device, place, ref).locator("[name=words]")).to_have_value(WORDS)


def test_a_session_that_has_run_out(device: BrowserContext, place: Served, ref: str) -> None:
    page = written(opened(device, place, ref))
    device.clear_cookies(name="alongside")
    save(page)
    expect(page.locator("h1")).to_have_text("Sign in")
    place.sign_in(page)
    page.goto("/today/")
    expect(page.locator("[data-kept-words]")).to_contain_text("Kit: Write up a conversation")
    page.locator("[data-kept-words] a").tap()
    expect(page.locator("[name=words]")).to_have_value(WORDS)
    save(page)
    expect(page.locator("h1")).to_have_text("Kit")
    assert talks(page, ref) == 1


def test_signing_out_forgets_the_key_and_keeps_the_sealed_words(device: BrowserContext, place: Served, ref: str) -> None:
    page = written(opened(device, place, ref))
    page.get_by_role("button", name="Sign out").tap()
    expect(page.locator("h1")).to_have_text("Sign in")
    assert kept(page, "keys") == []
    (sealed,) = kept(page, what=BYTES)
    assert "Tea on the step" not in sealed
    assert "Kit" not in sealed
    assert ref not in sealed

    place.sign_in(page, "Ines")
    other = opened(device, place, ref)
    expect(other.locator("[name=words]")).to_have_value("")
    other.goto("/today/")
    expect(other.locator("html[data-words=kept]")).to_be_attached()
    expect(other.locator("[data-kept-words]")).to_be_hidden()
    assert other.evaluate(UNSEALS) is False, "another account's key opens it"

    other.get_by_role("button", name="Sign out").tap()
    expect(other.locator("h1")).to_have_text("Sign in")
    place.sign_in(page)
    expect(opened(device, place, ref).locator("[name=words]")).to_have_value(WORDS)
    assert page.evaluate(UNSEALS) is True


def test_a_key_that_the_server_has_destroyed(device: BrowserContext, place: Served, ref: str) -> None:
    written(opened(device, place, ref)).close()
    page = device.new_page()
    page.goto("/devices/")
    expect(page.locator("html[data-words=kept]")).to_be_attached()
    page.locator("section", has_text="This device").get_by_role("button", name="Destroy its key").tap()
    expect(page.locator("[data-kept-status]")).to_contain_text("cannot be read any more")
    assert kept(page) == []


def test_two_tabs_keep_two_drafts(device: BrowserContext, place: Served, ref: str) -> None:
    one, two = opened(device, place, ref), opened(device, place, ref)
    written(one, "Said in the first.")
    expect(two.locator("[name=words]")).to_have_value("")
    written(two, "Said in the second.")
    one.close()
    two.close()
    page = opened(device, place, ref)
    expect(page.locator("[name=words]")).to_have_value("Said in the second.")
    expect(page.locator(".older")).to_contain_text("Said in the first.")


def test_signed_out_in_a_third_tab(device: BrowserContext, place: Served, ref: str) -> None:
    page = written(opened(device, place, ref))
    third = device.new_page()
    third.goto("/today/")
    third.get_by_role("button", name="Sign out").tap()
    expect(third.locator("h1")).to_have_text("Sign in")
    place.sign_in(third)
    page.locator("[name=words]").press_sequentially(" And more.")
    page.wait_for_timeout(2_500)
    save(page)
    page.wait_for_load_state()
    again = opened(device, place, ref)
    if again.locator("[name=words]").input_value():
        save(again)
        expect(again.locator("h1")).to_have_text("Kit")
    assert talks(third, ref, "And more.") == 1


def test_an_older_form_is_shown_as_text_until_somebody_has_placed_it(device: BrowserContext, place: Served, ref: str) -> None:
    address = f"**/people/{ref}/conversations/new/"

    def older(route: Any) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, body=answer.text().replace('data-version="', 'data-version="older'))

    device.route(address, older)
    written(opened(device, place, ref)).close()
    device.unroute(address)
    page = opened(device, place, ref)
    expect(page.locator("[name=words]")).to_have_value("")
    expect(page.locator(".older")).to_contain_text(WORDS)
    page.close()
    page = opened(device, place, ref)
    page.get_by_role("button", name="I have placed them").tap()
    expect(page.locator(".older")).to_have_count(0)
    expect(opened(device, place, ref).locator(".older")).to_have_count(0)


def test_a_draft_saved_twice_with_no_answer_between_adds_one_row(device: BrowserContext, place: Served, ref: str) -> None:
    """The save arrives, its answer does not: the same form sent again does nothing twice."""
    page = device.new_page()
    page.goto(f"/people/{ref}/matters/")
    expect(page.locator("html[data-words=kept]")).to_be_attached()
    page.locator("[name=words]").fill("A garden.")
    form = page.evaluate("Object.fromEntries(new FormData(document.querySelector('main form[data-draft]')))")
    send = 'form => fetch(location.href, {method: "POST", body: new URLSearchParams(form)}).then(answer => answer.status)'
    assert [page.evaluate(send, form) for _ in range(2)] == [200, 200]
    page.reload()
    expect(page.locator("section .words", has_text="A garden.")).to_have_count(1)
