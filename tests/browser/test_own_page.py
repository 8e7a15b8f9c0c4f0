"""The person's own page in a real browser: a code from the outbox, by keyboard alone, without a script, and leaving in a hurry.

Slow: a real browser.
"""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.browser.conftest import DESK, PHONE, Opens, Served
from tests.browser.test_axe import look_at
from tests.browser.test_keyboard import Keys

pytestmark = [pytest.mark.browser, pytest.mark.slow]

PAGES = ["", "matters/", "agreed/", "doing/", "life/", "written/", "looked/", "share/", "trust/", "take/"]
AFTER_FOUR = "After four, please"


def newest_code(page: Page) -> str:
    """As it would come by another way: read in the outbox, in a tab of its own."""
    outbox = page.context.new_page()
    outbox.goto("/outbox/")
    found = re.search(r"Your code: (\d{6})", outbox.inner_text("main"))
    outbox.close()
    assert found
    return found[1]


def come_in(page: Page, place: Served) -> None:
    page.goto(place.links["Sam"])
    page.get_by_role("button", name="Ask for a code").click()
    page.wait_for_url("**/code/")
    page.get_by_label("Your code").fill(newest_code(page))
    page.get_by_role("button", name="Open", exact=True).click()
    page.wait_for_url("**/mine/")


@pytest.fixture(scope="module")
def open_page(browser: Browser, place: Served) -> Iterator[Page]:
    """One sitting for all that only looks: codes are limited to five an hour."""
    context = browser.new_context(base_url=place.root, **DESK)
    page = context.new_page()
    come_in(page, place)
    page.goto("/mine/trust/")
    page.get_by_label("Who is it?").fill("Jean")
    page.get_by_label("A friend, or family").check()
    page.get_by_label("What matters to me").check()
    page.get_by_role("button", name="Let them in").click()
    for place in ("a start is made", "nearly there"):
        page.goto("/mine/life/")
        page.get_by_label("Money").select_option(label=place)
        page.get_by_role("button", name="Keep this").click()
        expect(page.get_by_role("status")).to_contain_text("Kept.")
    yield page
    context.close()


@pytest.mark.parametrize("part", PAGES)
def test_every_page_is_for_everyone(part: str, open_page: Page) -> None:
    open_page.goto(f"/mine/{part}")
    expect(open_page).to_have_title("Page")
    assert list(look_at(open_page)) == []
    open_page.set_viewport_size({"width": 1280, "height": 800})


@pytest.mark.parametrize("link", ["I see it differently", "Take it off this page"])
def test_the_pages_beside_a_text_are_for_everyone(link: str, open_page: Page) -> None:
    open_page.goto("/mine/written/")
    open_page.get_by_role("link", name=link).first.click()
    open_page.wait_for_url(re.compile(r"/\d+/$"))
    assert list(look_at(open_page)) == []
    open_page.set_viewport_size({"width": 1280, "height": 800})


def test_a_form_refused(open_page: Page) -> None:
    open_page.goto("/mine/matters/")
    open_page.get_by_role("button", name="Keep this").click()
    expect(open_page.locator("[data-error-summary]")).to_be_focused()
    assert list(look_at(open_page)) == []
    open_page.set_viewport_size({"width": 1280, "height": 800})


def test_the_pages_before_a_code_are_for_everyone(desk: Page, place: Served) -> None:
    for address in (place.links["Sam"], f"{place.links['Sam']}code/", "/mine/", "/outbox/"):
        desk.goto(address)
        expect(desk).to_have_title("Page")
        assert list(look_at(desk)) == []


def test_the_front_prints_on_one_sheet(open_page: Page) -> None:
    open_page.goto("/mine/")
    sheet = open_page.pdf(format="A4")
    assert len(re.findall(rb"/Type\s*/Page[^s]", sheet)) == 1


def test_each_part_can_be_listened_to(open_page: Page) -> None:
    open_page.goto("/mine/")
    said = "() => { window.said = []; speechSynthesis.speak = (one) => window.said.push(one.text); }"
    open_page.evaluate(said)
    open_page.locator("[data-read]", has_text="What matters to me").get_by_role("button", name="Listen").click()
    words = open_page.evaluate("window.said.join()")
    assert words.startswith("What matters to me. ")
    assert "To open a letter and it not ruin the week." in words
    assert "Listen" not in words
    assert "Change it" not in words


def test_by_keyboard_alone(desk: Page, place: Served) -> None:
    """From the link to asking to be rung, in order, with no mouse."""
    keys = Keys(desk)
    desk.goto(place.links["Sam"])
    keys.tab_to(text="Ask for a code")
    keys.follow()
    keys.tab_to(name="code")
    desk.keyboard.insert_text(newest_code(desk))
    keys.press("Enter")
    desk.wait_for_url("**/mine/")
    assert keys.tab()["text"] == "Skip to the main part"
    keys.tab_to(name="words")
    desk.keyboard.insert_text(AFTER_FOUR)
    keys.tab_to(text="Ask Maya to ring me")
    keys.follow()
    expect(desk.get_by_role("status")).to_contain_text("Asked.")
    expect(desk.locator("main")).to_contain_text(AFTER_FOUR)


def test_everything_works_without_a_script(opens: Opens, place: Served) -> None:
    page = opens(**PHONE, java_script_enabled=False)
    come_in(page, place)
    page.goto("/mine/matters/")
    page.get_by_label("What matters to you?").fill("A dog for the children.")
    page.get_by_role("button", name="Keep this").click()
    expect(page.locator("main")).to_contain_text("A dog for the children.")
    page.goto("/mine/doing/")
    page.get_by_role("radio", name="brighter").check()
    page.get_by_role("button", name="Keep this").click()
    expect(page.locator("main")).to_contain_text("You wrote this")
    page.goto("/mine/agreed/")
    page.locator("li", has_text="Take the spare room table back to Joan").get_by_role("button", name="It is done").click()
    expect(page.get_by_role("status")).to_contain_text("It is ticked.")
    page.get_by_role("button", name="Leave now").click()
    expect(page.locator("h1")).to_have_text("This page is closed")
    expect(page.get_by_role("link", name="Go to the weather")).to_be_visible()
    page.go_back()
    expect(page.locator("body")).not_to_contain_text("Take the spare room table")


def test_leaving_goes_elsewhere_at_once_and_cannot_be_gone_back_to(browser: Browser, place: Served) -> None:
    """In a browser context of its own: it is meant to go to another host, which is answered here instead."""
    context = browser.new_context(base_url=place.root, **PHONE)
    page = context.new_page()
    seen: list[str | None] = []

    def weather(route: Route) -> None:
        seen.append(route.request.headers.get("referer"))
        route.fulfill(body="<title>Weather</title>Sun and cloud", content_type="text/html")

    context.route("https://www.bbc.co.uk/**", weather)
    come_in(page, place)
    page.goto("/mine/written/")
    page.get_by_role("button", name="Leave now").click()
    page.wait_for_url("https://www.bbc.co.uk/weather")
    assert seen == [None], "whoever is gone to is not told from where"
    page.go_back()
    expect(page.locator("body")).not_to_contain_text("Hello Sam")
    page.goto("/mine/")
    expect(page.locator("h1")).to_have_text("This page is closed")
    context.close()
