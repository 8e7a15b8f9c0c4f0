"""Both maps drawn together: with a thumb on a phone, with the keyboard alone; what is on the screen is on the server, where it was put.

Slow: a real browser.
"""

import re
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import DESK, PHONE, Opens, Served
from tests.browser.hand import Hand, someone_new

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def newcomer(page: Page, place: Served, called: str) -> str:
    """Someone with nothing yet; the address of their page."""
    place.sign_in(page)
    return someone_new(page, called).removeprefix(place.root)


def where(page: Page, name: str) -> dict[str, Any]:
    page.evaluate("document.querySelector('[data-paper]').scrollIntoView()")
    found: dict[str, Any] = page.evaluate("name => document.querySelector('[data-drawing]').whereIs(name)", name)
    assert found, f"{name} is not on the paper"
    return found


def on_server(page: Page, address: str) -> list[dict[str, Any]]:
    """What the page would be given if it were opened now."""
    page.goto(address)
    things: list[dict[str, Any]] = page.evaluate("JSON.parse(document.getElementById('map').textContent).things")
    return things


def told(page: Page, sentence: str) -> None:
    expect(page.locator("[data-told]")).to_have_text(sentence)


def add(page: Page, name: str, at: tuple[float, float] | None = None) -> None:
    """A tap on empty paper, or on the button."""
    if at:
        page.evaluate("document.querySelector('[data-paper]').scrollIntoView()")
        box = page.locator("[data-paper]").bounding_box()
        assert box
        page.touchscreen.tap(box["x"] + at[0], box["y"] + at[1])
    else:
        page.locator("[data-do=add]").tap()
    page.locator("#add_name").fill(name)
    page.get_by_role("button", name="Add", exact=True).tap()
    told(page, f"{name} is on the paper.")


def drag(page: Page, name: str, across: float, down: float) -> None:
    """With one finger, as the browser reports it."""
    at, session = where(page, name), page.context.new_cdp_session(page)
    points = [(at["x"] + across * step / 5, at["y"] + down * step / 5) for step in range(6)]
    for kind, (x, y) in zip(["touchStart", *["touchMove"] * 5], points, strict=True):
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [{"x": x, "y": y}]})
    session.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})


def test_a_thumb_draws_who_is_around(phone: Page, place: Served) -> None:
    person, hand = newcomer(phone, place, "Nell"), Hand(phone)
    phone.goto(f"{person}ties/map/")
    add(phone, "Mum", at=(100, 90))
    hand.chip("How strong", "strong")
    told(phone, "Mum is changed.")
    hand.chip("Which way does help flow?", "both ways")
    expect(phone.locator("[data-one] span")).to_have_text("strong, both ways")
    phone.locator("[name=name]").last.fill("Mum, in Leeds")
    phone.locator("[name=name]").last.press("Enter")
    told(phone, "Mum, in Leeds is changed.")
    hand.button("Close")
    before = where(phone, "Mum, in Leeds")["at"]
    drag(phone, "Mum, in Leeds", 90, 60)
    told(phone, "Mum, in Leeds is moved.")
    after = where(phone, "Mum, in Leeds")["at"]
    assert after["x"] > before["x"] + 40
    add(phone, "A neighbour")
    hand.button("Take out")
    told(phone, "A neighbour is taken out.")
    hand.button("Undo")
    told(phone, "It is as it was before.")
    hand.button("Redo")
    expect(phone.locator("[data-one]")).to_have_count(1)
    hand.button("Undo")
    expect(phone.locator("[data-one]")).to_have_count(2)

    (mum, neighbour) = on_server(phone, f"{person}ties/map/")
    assert (mum["name"], mum["strength"], mum["flow"]) == ("Mum, in Leeds", "strong", "both")
    assert (mum["x"], mum["y"]) == (round(after["x"]), round(after["y"]))
    assert neighbour["name"] == "A neighbour"
    assert where(phone, "Mum, in Leeds")["at"] == {"x": mum["x"], "y": mum["y"]}
    phone.goto(f"{person}ties/")
    drawn = phone.locator("svg text.tie__name", has_text="Mum").locator("tspan").first
    assert float(drawn.get_attribute("x") or "nan") == mum["x"]


def test_a_thumb_draws_what_lies_behind(phone: Page, place: Served) -> None:
    person, hand = newcomer(phone, place, "Rae"), Hand(phone)
    phone.goto(f"{person}causes/map/")
    for name in ("Rent is late", "Works nights", "Sleeps badly"):
        add(phone, name)
        hand.button("Close")
    for cause, effect in (("Works nights", "Sleeps badly"), ("Sleeps badly", "Rent is late"), ("Rent is late", "Works nights")):
        tap(phone, cause)
        hand.button("Or tap it on the paper")
        tap(phone, effect)
        told(phone, f"{cause} leads to {effect}.")
        hand.button("Close")
    expect(phone.locator(".circle")).to_contain_text("which leads back to")
    tap(phone, "Rent is late")
    hand.chip("Whose view", "seen together")
    expect(phone.locator("[data-one] span", has_text="seen together")).to_have_count(1)
    phone.get_by_label("This has eased").tap()
    expect(phone.locator("[data-one] span", has_text="eased")).to_have_count(1)
    hand.button("Undo")
    expect(phone.locator("[data-one] span", has_text="eased")).to_have_count(0)
    things = on_server(phone, f"{person}causes/map/")
    assert sorted(thing["seen_by"] for thing in things) == ["ours", "ours", "together"]
    assert all(thing["on_circle"] for thing in things)


def tap(page: Page, name: str) -> None:
    at = where(page, name)
    page.touchscreen.tap(at["x"], at["y"])


def test_with_the_keyboard_alone(desk: Page, place: Served) -> None:
    person = newcomer(desk, place, "Kim")
    desk.goto(f"{person}ties/map/")
    desk.locator("[data-do=add]").focus()
    for name in ("Jo", "Ali"):
        desk.keyboard.press("Enter")
        desk.keyboard.insert_text(name)
        desk.keyboard.press("Enter")
        told(desk, f"{name} is on the paper.")
        desk.keyboard.press("Escape")
        desk.locator("[data-do=add]").focus()
    desk.locator("[data-one]", has_text="Ali").focus()
    before = where(desk, "Ali")["at"]
    for _ in range(3):
        desk.keyboard.press("ArrowRight")
    told(desk, "Ali is moved.")
    assert where(desk, "Ali")["at"]["x"] == before["x"] + 36
    expect(desk.locator("[data-one]", has_text="Ali")).to_be_focused()
    desk.keyboard.press("Control+z")
    told(desk, "It is as it was before.")
    assert where(desk, "Ali")["at"]["x"] == before["x"]
    desk.keyboard.press("Enter")
    expect(desk.locator("#sheet_name")).to_be_focused()
    desk.keyboard.press("Control+a")
    desk.keyboard.insert_text("Ali from the mosque")
    desk.keyboard.press("Tab")
    told(desk, "Ali from the mosque is changed.")


def test_with_no_signal_the_page_says_what_is_not_saved_and_saves_it_later(browser: Browser, place: Served) -> None:
    """A context of its own: a lost signal is a fault in the console."""
    context = browser.new_context(base_url=place.root, **PHONE, service_workers="block")
    page = context.new_page()
    person = newcomer(page, place, "Lou")
    page.goto(f"{person}ties/map/")
    context.set_offline(True)
    page.locator("[data-do=add]").tap()
    page.locator("#add_name").fill("Gran")
    page.get_by_role("button", name="Add", exact=True).tap()
    expect(page.locator(".drawing__unsaved")).to_contain_text("Not saved yet: the last change.")
    Hand(page).chip("How strong", "strong")
    expect(page.locator("[data-one]")).to_contain_text("strong")
    context.set_offline(False)
    expect(page.locator(".drawing__unsaved")).to_be_hidden(timeout=15_000)
    (gran,) = on_server(page, f"{person}ties/map/")
    assert (gran["name"], gran["strength"]) == ("Gran", "strong")
    context.close()


def test_two_who_change_the_same_see_what_the_other_did(browser: Browser, place: Served) -> None:
    """A context of its own: the refusal is an answer of 422."""
    context = browser.new_context(base_url=place.root, **DESK)
    one, other = context.new_page(), context.new_page()
    person = newcomer(one, place, "Max")
    one.goto(f"{person}ties/")
    one.get_by_label("Who", exact=True).fill("Bea")
    one.get_by_role("button", name="Add").click()
    expect(one.locator(".agreed__what", has_text="Bea")).to_be_visible()
    for page in (one, other):
        page.goto(f"{person}ties/map/")
        page.locator("[data-one]").click()
    one.get_by_label("broken", exact=True).check()
    told(one, "Bea is changed.")
    other.get_by_label("strong", exact=True).click()  # refused at once, so it does not stay chosen
    expect(other.locator(".drawing__unsaved")).to_contain_text("Somebody changed “Bea” meanwhile. Yours was not saved")
    expect(other.locator("[data-one]")).to_contain_text("broken")
    context.close()


def test_the_library_comes_only_where_a_map_is_drawn(opens: Opens, place: Served) -> None:
    page, asked = opens(**PHONE), []
    page.context.on("request", lambda request: asked.append(request.url))
    place.sign_in(page)
    person = f"/people/{place.ref_of(page, 'Sam')}/"
    for part in ("", "ties/", "causes/"):
        page.goto(f"{person}{part}", wait_until="networkidle")
    assert not [url for url in asked if re.search(r"/drawing-\w+\.js", url)]
    page.goto(f"{person}ties/map/", wait_until="networkidle")
    assert [url for url in asked if re.search(r"/drawing-\w+\.js", url)]


def test_without_javascript_the_drawing_and_the_list_stand(opens: Opens, place: Served) -> None:
    page = opens(**PHONE, java_script_enabled=False)
    place.sign_in(page)
    page.goto(f"/people/{place.ref_of(page, 'Sam')}/causes/map/")
    expect(page.locator("svg[role=img]")).to_be_visible()
    page.locator("[data-undrawn]").get_by_role("link", name="As a list").click()
    expect(page.get_by_role("button", name="Join")).to_be_visible()
