"""An impatient thumb, and going back: a conversation is kept once.

Slow: a real browser.
"""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import PHONE, Opens, Served
from tests.browser.hand import someone_new

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def _fill(page: Page, place: Served, words: str) -> str:
    """Someone new, and a conversation with them written but not saved; returns where their page is."""
    place.sign_in(page)
    person = someone_new(page, "Kit")
    page.goto(f"{person}conversations/new/")
    page.locator("[name=words]").fill(words)
    return person


def _kept(page: Page, person: str, words: str) -> int:
    page.goto(person)
    return page.locator("#understand .talk", has_text=words).count()


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without"])
def test_two_quick_taps_on_save(script: bool, opens: Opens, place: Served) -> None:
    page = opens(**PHONE, java_script_enabled=script)
    person = _fill(page, place, "Said once, tapped twice.")
    save = page.get_by_role("button", name="Save")
    save.scroll_into_view_if_needed()
    box = save.bounding_box()
    assert box
    for _ in range(2):
        page.touchscreen.tap(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    expect(page).to_have_url(re.compile(r"/people/\w{12}/$"), timeout=15_000)  # the first answer may be dropped for the second
    assert _kept(page, person, "Said once, tapped twice.") == 1


def test_two_submits_before_the_page_can_answer(phone: Page, place: Served) -> None:
    person = _fill(phone, place, "Sent twice at once.")
    form = phone.evaluate("Object.fromEntries(new FormData(document.querySelector('main form')))")
    statuses = phone.evaluate(
        """form => Promise.all([0, 1, 2].map(() => fetch(location.href, {method: "POST", body: new URLSearchParams(form)})
             .then(answer => answer.status)))""",
        form,
    )
    assert statuses == [200, 200, 200]  # each was led on to the person's page
    assert _kept(phone, person, "Sent twice at once.") == 1


def test_back_and_save_again(phone: Page, place: Served) -> None:
    person = _fill(phone, place, "Saved, and saved again.")
    phone.get_by_role("button", name="Save").tap()
    phone.wait_for_url(person)  # the form has a status of its own: only the address tells that the save has answered
    phone.go_back()
    phone.locator("[name=words]").fill("Saved, and saved again.")
    expect(phone.get_by_role("button", name="Save")).to_be_enabled()
    phone.get_by_role("button", name="Save").tap()
    phone.wait_for_url(person)
    assert _kept(phone, person, "Saved, and saved again.") == 1
