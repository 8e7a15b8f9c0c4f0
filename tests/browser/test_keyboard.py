"""From Today to a conversation written up, with the keyboard alone. What has the focus can always be seen, and comes in reading order.

Slow: a real browser, key by key.
"""

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Served

pytestmark = [pytest.mark.browser, pytest.mark.slow]

FOCUSED = """() => {
  const one = document.activeElement;
  const shown = one.matches(".chip__input") ? one.nextElementSibling : one;
  const style = getComputedStyle(shown), box = shown.getClientRects()[0] || shown.getBoundingClientRect();
  const over = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
  return {
    tag: one.tagName, id: one.id, name: one.getAttribute("name") || "", value: one.value || "",
    text: (one.innerText || "").trim(), top: Math.round(box.top + scrollY), bottom: Math.round(box.bottom + scrollY),
    marked: style.boxShadow !== "none" || (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2),
    uncovered: !!over && (one.contains(over) || shown.contains(over) || over.contains(one) || over === one),
  };
}"""


class Keys:
    """Every step of the focus is looked at: it must be marked, and nothing may lie over it."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def focused(self) -> dict[str, Any]:
        found: dict[str, Any] = self.page.evaluate(FOCUSED)
        return found

    def tab(self) -> dict[str, Any]:
        self.page.keyboard.press("Tab")
        now = self.focused()
        assert now["tag"] != "BODY", "the focus was lost"
        assert now["marked"], f"the focus cannot be seen: {now}"
        assert now["uncovered"], f"something lies over what has the focus: {now}"
        return now

    def tab_to(self, *, at_most: int = 60, **wanted: str) -> dict[str, Any]:
        """Go on until the focus has, for example, this text or this name."""
        for _ in range(at_most):
            now = self.tab()
            if all(now[key] == value for key, value in wanted.items()):
                return now
        raise AssertionError(f"the keyboard does not reach {wanted}")

    def press(self, key: str) -> None:
        self.page.keyboard.press(key)

    def follow(self) -> None:
        with self.page.expect_navigation():
            self.press("Enter")


def test_a_conversation_with_the_keyboard_alone(desk: Page, place: Served) -> None:
    place.sign_in(desk)
    keys = Keys(desk)
    keys.tab_to(text="Sam")
    keys.follow()
    keys.tab_to(text="Write up a conversation")
    keys.follow()

    _refused_without_words(keys)
    desk.keyboard.insert_text("Rang from the hub. All quiet.")
    keys.tab_to(name="when", value="today")
    keys.press("ArrowRight")
    assert keys.focused()["value"] == "yesterday"
    keys.tab_to(name="where")
    keys.press("ArrowRight")  # none was chosen: the arrow chooses the one after the first
    keys.tab_to(text="what matters")
    keys.press("Enter")
    keys.tab_to(name="matters_0_words")
    desk.keyboard.insert_text("A quiet street.")
    keys.tab_to(text="how in control")
    keys.press("Space")
    keys.tab_to(name="check_in_0_weather")
    keys.press("Space")
    keys.tab_to(text="Save")
    keys.follow()
    expect(desk.get_by_role("status")).to_contain_text("Everything is in its place.")
    expect(desk.locator("#understand .talk").filter(has_text="Rang from the hub. All quiet.")).to_contain_text("out and about")
    desk.goto(desk.url + "matters/")
    expect(desk.locator("main")).to_contain_text("A quiet street.")


def _refused_without_words(keys: Keys) -> None:
    """The list of faults takes the focus, and leads to the box."""
    keys.tab_to(text="Save")
    keys.follow()
    expect(keys.page.locator("[data-error-summary]")).to_be_focused()
    assert keys.tab()["text"].startswith("What was said, what we learnt:")
    keys.press("Enter")
    expect(keys.page.locator("#id_words")).to_be_focused()


def test_past_what_every_page_begins_with(desk: Page, place: Served) -> None:
    place.sign_in(desk)
    keys = Keys(desk)
    assert keys.tab()["text"] == "Skip to the main part"
    keys.press("Enter")
    expect(desk.locator("main")).to_be_focused()
    desk.keyboard.press("Tab")
    assert desk.evaluate("document.querySelector('main').contains(document.activeElement)")


@pytest.mark.parametrize("part", ["conversations/new/", "alongside/", "about/"])
def test_the_focus_goes_down_the_page(part: str, desk: Page, place: Served) -> None:
    """On pages of one column each step begins no higher than the one before it ended."""
    place.sign_in(desk)
    ref = place.ref_of(desk, "Sam")
    desk.goto(f"/people/{ref}/{part}")
    keys, before = Keys(desk), 0
    for _ in range(80):
        now = keys.tab()
        assert now["bottom"] >= before, f"the focus jumps up to {now}"
        before = now["top"]
        if now["text"] == "Licence":
            return
    raise AssertionError("the keyboard does not reach the end of the page")


def test_the_whole_of_a_persons_page_is_reached(desk: Page, place: Served) -> None:
    place.sign_in(desk)
    desk.goto(f"/people/{place.ref_of(desk, 'Sam')}/")
    Keys(desk).tab_to(at_most=120, text="What we keep and why")
