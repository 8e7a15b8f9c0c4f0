"""A thumb on a phone: it taps and writes, and counts its taps."""

from dataclasses import dataclass

from playwright.sync_api import Locator, Page, expect


@dataclass
class Hand:
    page: Page
    taps: int = 0

    def tap(self, what: Locator) -> None:
        """Touch it where it can be touched; whatever lies over it makes this fail."""
        what.tap()
        self.taps += 1

    def write(self, where: Locator, text: str) -> None:
        self.tap(where)
        self.page.keyboard.insert_text(text)

    def choose(self, where: Locator, label: str) -> None:
        """From a list that the phone opens: one tap to open it, one to choose."""
        where.select_option(label=label)
        self.taps += 2

    def link(self, name: str, within: str = "main") -> None:
        self.tap(self.page.locator(within).get_by_role("link", name=name, exact=True).first)

    def button(self, name: str) -> None:
        self.tap(self.page.locator("main").get_by_role("button", name=name, exact=True).first)

    def chip(self, group: str, label: str, within: str = "main") -> None:
        self.tap(self.page.locator(within).get_by_role("group", name=group).get_by_label(label, exact=True).first)

    def named(self, field: str) -> Locator:
        return self.page.locator(f"[name={field}]")

    def unfold(self, label: str) -> None:
        self.tap(self.page.locator("summary", has_text=label))


def someone_new(page: Page, called: str) -> str:
    """Add someone; where the page asks whether it is one of those we know, say no. Returns the address of their page."""
    page.goto("/people/new/")
    page.locator("[name=called]").fill(called)
    page.get_by_role("button", name="Save").click()
    no = page.get_by_role("button", name="No, this is someone new")
    heading = page.locator("h1").filter(has_not_text="Someone new")
    expect(heading.or_(no).first).to_be_visible()
    if no.is_visible():
        no.click()
    expect(heading).to_have_text(called)
    return page.url
