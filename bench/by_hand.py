"""What is done by hand in a browser on a phone: a map opened, a conversation written up. A line each."""

from bench.first_visit import CHROMIUM, FLAGS
from bench.map_opening import map_opening
from bench.pages import Facts
from bench.web import Browser
from bench.writing_up import writing_up


def by_hand(port: int, facts: Facts) -> str:
    """The fullest person's ties; the usual person's conversation. Chromium is there: the caller has used it."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 (only where there is a Chromium to drive)

    browser = Browser(port)
    browser.sign_in(facts["worker"], facts["password"])
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS.split())
        lines = [map_opening(chromium, port, browser, facts["full"][0]), writing_up(chromium, port, browser, facts["usual"][0])]
        chromium.close()
    return "\n\n".join(lines)
