"""Everything works where no script runs: on an old phone, behind a strict proxy, or when ours did not load.

Slow: a real browser.
"""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import PHONE, Opens, Served
from tests.browser.hand import Hand, someone_new

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.fixture
def plain(opens: Opens, place: Served) -> Hand:
    """A phone without JavaScript, on the page of someone new."""
    page = opens(**PHONE, java_script_enabled=False)
    place.sign_in(page)
    someone_new(page, "Ade")
    return Hand(page)


def _go(page: Page, part: str) -> None:
    page.goto(f"{page.url}{part}")


def test_a_write_up_with_two_things_agreed(plain: Hand) -> None:
    plain.link("Write up a conversation")
    plain.write(plain.named("words"), "Talked on the bench.")
    plain.unfold("agreed")
    plain.write(plain.named("agreed_0_what"), "Ask at the library")
    plain.tap(plain.page.locator("[name=agreed_0_led_by][value=person]"))
    plain.write(plain.named("agreed_1_what"), "Bring the form")
    plain.tap(plain.page.locator("[name=agreed_1_led_by][value=team]"))
    plain.button("Save")
    expect(plain.page.locator("#understand")).to_contain_text("Talked on the bench.")
    expect(plain.page.locator("#explore")).to_contain_text("Ask at the library")
    expect(plain.page.locator("#explore")).to_contain_text("Bring the form")


def test_a_refused_write_up_shows_what_was_written(plain: Hand) -> None:
    plain.link("Write up a conversation")
    plain.unfold("agreed")
    plain.write(plain.named("agreed_0_what"), "Ask at the library")
    plain.button("Save")
    expect(plain.page.locator("[data-error-summary]")).to_contain_text("Write something here.")
    expect(plain.page.locator("[data-error-summary]")).to_contain_text("Say who leads it.")
    expect(plain.named("agreed_0_what")).to_be_visible()
    expect(plain.named("agreed_0_what")).to_have_value("Ask at the library")


def test_a_tie(plain: Hand) -> None:
    _go(plain.page, "ties/")
    plain.write(plain.named("name"), "Bola")
    plain.chip("How strong", "wished for")
    plain.button("Add")
    expect(plain.page.locator("svg")).to_contain_text("Bola")


def test_causes_joined_and_parted(plain: Hand) -> None:
    _go(plain.page, "causes/")
    for what in ("No sleep", "Late for work"):
        plain.write(plain.named("what"), what)
        plain.chip("Whose view", "our view")
        plain.button("Add")
        expect(plain.page.locator("svg")).to_contain_text(what)
    plain.choose(plain.named("cause"), "No sleep")
    plain.choose(plain.named("effect"), "Late for work")
    plain.button("Join")
    expect(plain.page.locator(".leads-row")).to_contain_text("No sleep leads to Late for work")
    plain.tap(plain.page.locator(".leads-row button"))
    expect(plain.page.locator(".leads-row")).to_have_count(0)


def test_an_action_handed_over(plain: Hand) -> None:
    _go(plain.page, "actions/")
    plain.write(plain.named("what"), "Ring the school")
    plain.chip("An idea, or agreed?", "agreed")
    plain.chip("Who leads", "the team")
    plain.button("Add")
    plain.link("Ring the school")
    plain.chip("Who leads", "Ade", within="#hand-over")
    plain.button("Hand over")
    expect(plain.page.locator(".sub")).to_contain_text("Ade leads.")


def test_someone_is_not_safe(plain: Hand) -> None:
    plain.tap(plain.page.locator("main a.not-safe"))
    expect(plain.page.locator("a[href='tel:999']")).to_be_visible()
    expect(plain.page.locator(".numbers li")).to_have_count(5)
