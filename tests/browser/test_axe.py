"""Every page a browser can open, at three widths: nothing axe finds against WCAG 2.2 AA, nothing wider than the screen.

Slow: a real browser opens each page and looks at all of it twice.
"""

import inspect
import re
from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.urls import resolve, reverse
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import DESK, Opens, Served
from tests.browser.hand import someone_new
from tests.doors.urls import EVERY_URL, Url
from tests.factories import SMALL

pytestmark = [pytest.mark.browser, pytest.mark.slow]

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
OPTIONS = {"runOnly": TAGS, "rules": {"target-size": {"enabled": True}}, "resultTypes": ["violations"]}
ANY = {"ref": "2" * 12, "other": "2" * 12, "pk": 777, "version": 777, "token": "2" * 12, "kind": "conversation"}


NO_PAGES = {
    "information:pack",
    "worker:service_worker",
    "worker:attachment_picture",
    "worker:attachment_preview",
}  # a file, a script, and pictures


def opened_by_get(url: Url) -> bool:
    view = resolve(reverse(url.name, kwargs={name: ANY[name] for name in url.values})).func
    return "GET" in inspect.getclosurevars(view).nonlocals.get("request_method_list", ["GET"])


ELSEWHERE = ("mfa_", "account_", "openid_", "mine:")  # looked at where they are come by: test_passkeys, test_from_work, test_own_page
PAGES = [url for url in EVERY_URL if url.name not in NO_PAGES and not url.name.startswith(ELSEWHERE) and opened_by_get(url)]


@pytest.fixture(scope="module")
def links(browser: Browser, place: Served) -> list[str]:
    """Every link on the pages that lead to Sam's rows and to the team's framework; Sam's page first."""
    context = browser.new_context(base_url=place.root)
    page = context.new_page()
    place.sign_in(page)
    person = f"/people/{place.ref_of(page, 'Sam')}/"
    found = [person]
    for address in (person, f"{person}ties/", f"{person}causes/", f"{person}actions/", f"{person}sharing/", "/team/"):
        page.goto(address)
        found += page.eval_on_selector_all("a[href]", "links => links.map(link => link.getAttribute('href'))")
    page.goto(f"{person}maps/")
    page.get_by_label("the people in their life").check()
    page.get_by_role("button", name="Keep").click()
    found += page.eval_on_selector_all("main a[href]", "links => links.map(link => link.getAttribute('href'))")
    page.goto("/people/bring-in/")
    row = b"Known as,Born,RAG rating,Notes\nTess,1985,green,None\n,31/02/1980,red,\n"
    page.set_input_files("input[type=file]", files=[{"name": "people.csv", "mimeType": "text/csv", "buffer": row}])
    page.locator("main form button").click()
    page.wait_for_url(re.compile(r"/people/bring-in/[2-9a-z]{12}/"))
    found.append(page.url.removeprefix(place.root))
    page.goto(f"{person}attachments/")
    page.set_input_files("input[type=file]", files=[{"name": "letter.jpg", "mimeType": "image/jpeg", "buffer": SMALL}])
    page.locator("[name=because]").fill("The letter about the rent")
    page.locator("main form .govuk-button").click()
    found.append(page.locator(".pictures a").first.get_attribute("href") or "")
    found += _two_records_more(page, person)
    found += [
        *_one_of(page, f"{person}ties/", ".agreed__what"),
        *_one_of(page, person, ".talk .when a"),
        _a_talk_to_place(page, place, person),
    ]
    page.goto("/people/")
    others = page.eval_on_selector_all(".people__name a", "links => links.map(link => link.getAttribute('href'))")
    context.close()
    return found + _what_waits_for_the_information_lead(browser, place, person, next(one for one in others if one != person))


def _what_waits_for_the_information_lead(browser: Browser, place: Served, person: str, other: str) -> list[str]:
    """Another's story opened in an emergency, a complaint, an account looked into; and every link on what waits."""
    ref = person.split("/")[2]
    owen, gail = (browser.new_context(base_url=place.root).new_page() for _who in range(2))
    place.sign_in(owen, "Owen")
    owen.goto("/emergency/")
    owen.locator("[name=ref]").fill(other.split("/")[2])
    owen.locator("[name=reason]").fill("Found on the stairs, does not answer.")
    owen.get_by_role("button", name="Open it").click()
    owen.wait_for_url(f"**{other}")
    place.sign_in(gail, "Gail")
    gail.goto(f"/information/people/{ref}/")
    gail.get_by_text("They complain", exact=True).click()
    gail.locator("[name=words]").fill("You wrote down what I asked you not to.")
    gail.locator("button[value=complaint]").click()
    gail.wait_for_url(f"**/information/people/{ref}/")
    gail.goto("/information/opened-by/")
    gail.locator("[name=account]").select_option(index=1)
    gail.locator("[name=concern]").fill("A neighbour knew of it.")
    gail.get_by_role("button", name="Show what it opened").click()
    gail.wait_for_url(re.compile(r"/opened-by/\d+/"))
    found = [gail.url.removeprefix(place.root), f"/information/people/{ref}/"]
    gail.goto("/information/")
    found += gail.eval_on_selector_all("a[href]", "links => links.map(link => link.getAttribute('href'))")
    for page in (owen, gail):
        page.context.close()
    return found


def _one_of(page: Page, listed: str, link: str) -> list[str]:
    """What the page behind the first such link leads to."""
    page.goto(listed)
    page.locator(link).first.click()
    page.wait_for_url(re.compile(r"/\d+/$"))
    return list(page.eval_on_selector_all("main a[href]", "links => links.map(link => link.getAttribute('href'))"))


def _a_talk_to_place(page: Page, place: Served, person: str) -> str:
    """A conversation that was about two people, whose words are still to be placed."""
    page.goto(f"{person}conversations/new/")
    page.locator("[name=words]").fill("He cooked.\nShe sang.")
    page.locator("[name=also]").select_option(index=1)
    page.get_by_role("button", name="Save").click()
    page.wait_for_url(re.compile(r"/together/\d+/$"))
    return page.url.removeprefix(place.root)


def _two_records_more(page: Page, person: str) -> list[str]:
    """One put together with this one, and one that could be: the links to taking apart and to comparing."""
    for called in ("Again once", "Again twice"):
        someone_new(page, called)
    page.goto(f"{person}same/?called=once")
    page.locator(".people a").click()
    page.locator("[name=called][value=kept]").check(force=True)
    page.get_by_role("button", name="Put them together").click()
    page.wait_for_url(re.compile(r"/people/[2-9a-z]{12}/$"))
    page.goto(f"{person}same/?called=twice")
    return list(page.eval_on_selector_all("main a[href]", "links => links.map(link => link.getAttribute('href'))"))


def address_of(url: Url, links: list[str]) -> str:
    """Where this URL leads in the example: its references and numbers are taken from a link on a page."""
    values = {name: ANY[name] for name in url.values}
    if url.of_a_person:
        values["ref"] = links[0].split("/")[2]
    wanted = reverse(url.name, kwargs=values)
    by_link = bool(set(url.values) & {"pk", "version", "other"}) or url.name == "worker:bring_in_look"
    if not by_link and (url.of_a_person or "ref" not in url.values):
        return wanted
    pattern = re.escape(wanted).replace("777", r"\d+").replace("2" * 12, "[2-9a-z]{12}")
    led_to = [link for link in links if re.fullmatch(pattern, link.split("#")[0])]
    assert led_to, f"no link leads to {wanted}"
    return led_to[0]


def look_at(page: Page) -> Iterator[str]:
    """What is wrong with the page that is open, at each width, with everything unfolded."""
    page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    for width, height, with_axe in ((1280, 800, True), (390, 844, True), (320, 640, False)):
        page.set_viewport_size({"width": width, "height": height})
        wide = page.evaluate("document.scrollingElement.scrollWidth")
        if wide > width:
            yield f"{wide} px wide at {width}"
        if with_axe:
            for violation in Axe().run(page, options=OPTIONS).response["violations"]:
                where = "; ".join(str(node["html"])[:160] for node in violation["nodes"][:4])
                yield f"{violation['id']} at {width}: {violation['help']}: {where}"


@pytest.mark.parametrize("url", PAGES, ids=lambda url: url.name)
def test_every_page_a_worker_can_open(url: Url, opens: Opens, place: Served, links: list[str]) -> None:
    page = opens(**DESK)
    place.sign_in(page, {"information": "Gail", "shared": "Ruth"}.get(url.name.split(":")[0], "Maya"))
    answer = page.goto(address_of(url, links))
    assert answer
    assert answer.status == {"signin:example_link": 404, "signin:invited": 422}.get(url.name, 200)
    assert list(look_at(page)) == []


@pytest.mark.parametrize(("address", "status"), [("/sign-in/", 200), ("/not-safe/", 200), ("/nothing/here/", 404)])
def test_pages_of_a_stranger(address: str, status: int, desk: Page) -> None:
    answer = desk.goto(address)
    assert answer
    assert answer.status == status
    assert list(look_at(desk)) == []


def test_whose_door_is_not_built_yet(desk: Page, place: Served) -> None:
    place.sign_in(desk, "Priya")
    assert "Your door is not built yet" in desk.inner_text("main")
    assert list(look_at(desk)) == []


def test_someone_elses_person(desk: Page, place: Served, links: list[str]) -> None:
    place.sign_in(desk, "Owen")
    answer = desk.goto(links[0])
    assert answer
    assert answer.status == 404
    assert list(look_at(desk)) == []


REFUSED = {  # address: what is filled in before a save that is refused
    "/sign-in/": {"email": "nobody"},
    "/people/new/": {},
    "conversations/new/": {"agreed_0_what": "Ring the landlord", "other_day": "2999-01-01"},
    "about/": {"called": ""},
    "life/": {"when_day": "31", "when_month": "2"},
    "check-ins/": {},
    "causes/": {},
    "attachments/": {},
}


@pytest.mark.parametrize("address", REFUSED)
def test_a_form_refused(address: str, desk: Page, place: Served, links: list[str]) -> None:
    if address != "/sign-in/":
        place.sign_in(desk)
    desk.goto(address if address.startswith("/") else links[0] + address)
    desk.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    if address.startswith("conv"):
        desk.get_by_label("Another day").check()
    for name, value in REFUSED[address].items():
        desk.locator(f"[name={name}]").fill(value)
    with desk.expect_response(lambda response: response.request.method == "POST" and response.request.is_navigation_request()) as answered:
        desk.locator("main form[method=post] .govuk-button").first.click()
    assert answered.value.status == 422
    expect(desk.locator("[data-error-summary]")).to_be_visible()  # the page that answers, not the one that asked
    assert list(look_at(desk)) == []


def test_the_longest_name_fits_the_smallest_screen(desk: Page, place: Served) -> None:
    """80 letters without a space, then with marks of right-to-left writing and pictures."""
    place.sign_in(desk)
    for called in ("W" * 80, "محمد " * 8 + "🧑🏽‍🦽" * 3, "<script>alert(1)</script>" + "&" * 40):
        someone_new(desk, called.strip())
        ref = desk.url.split("/people/")[1].rstrip("/")
        for part in ("", "conversations/new/", "turned-round/", "ties/", "alongside/"):
            desk.goto(f"/people/{ref}/{part}")
            for width in (390, 320):
                desk.set_viewport_size({"width": width, "height": 640})
                assert desk.evaluate("document.scrollingElement.scrollWidth") <= width, f"{called} on {part} at {width}"
