"""Writing up a conversation at phone width, through the page: seconds, taps, letters typed and page loads.

The machine's seconds hold no thinking and no typing. What a person would take is reckoned from the taps and the words: 153 words a
minute dictated (Ruan et al., 2018: speech on a phone), 36 a minute typed (Palin et al., 2019), 1.2 s a tap (ours, generous).
"""

import time
from dataclasses import dataclass
from typing import Any

from bench.web import Browser

DICTATED, TYPED, TAP_S = 153, 36, 1.2  # words a minute; seconds
WORDS = (
    "Walked to the allotment, she wanted to show me the beans before it rained. The letter from the landlord came on Monday and this time "
    "she opened it herself, at the table, with the radio on. It says the damp will be looked at but not when. We read it twice. She "
    "thinks they will not come unless somebody keeps asking, and she is tired of being the one who asks. Her sister was there for the last "
    "half hour and made soup. They laughed about the old flat. Sleep is better since the nights are quiet.\n"
    "“I want one room that is warm and dry, that is all I want before the winter.”\n"
    "I ring the landlord by Friday."
)


@dataclass
class Counted:
    taps: int = 0
    letters: int = 0
    loads: int = 0


class Hand:
    def __init__(self, page: Any) -> None:
        self.page, self.counted = page, Counted()
        page.on("request", self._asked)

    def _asked(self, request: Any) -> None:
        if request.is_navigation_request() and request.redirected_from is None:
            self.counted.loads += 1

    def tap(self, what: str) -> None:
        self.page.locator(what).first.tap()
        self.counted.taps += 1

    def write(self, where: str, text: str, typed: bool = True) -> None:
        self.tap(where)
        self.page.keyboard.insert_text(text)
        self.counted.letters += len(text) if typed else 0


def writing_up(chromium: Any, port: int, browser: Browser, ref: str) -> str:
    """A line for the report: 120 words, one matter, one tie, two things agreed, a check-in, from the person's page and back to it."""
    context = chromium.new_context(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    context.add_cookies([{"name": "alongside", "value": browser.cookies["alongside"], "url": f"http://localhost:{port}"}])
    page = context.new_page()
    page.goto(f"http://localhost:{port}/people/{ref}/")
    hand, begun = Hand(page), time.perf_counter()
    hand.tap("a:has-text('Write up a conversation')")
    page.wait_for_selector("html[data-words=kept]")
    hand.write("[name=words]", WORDS, typed=False)
    hand.tap("[name=where][value=out]")
    page.wait_for_selector(".offer")
    for kind in ("matters", "agreed"):  # recognised in the words: one tap each
        hand.tap(f".offer[data-kind={kind}]")
    hand.tap("[name=agreed_0_led_by][value=team]")
    hand.write("[name=agreed_1_what]", "Soup with her sister on Sunday")
    hand.tap("[name=agreed_1_led_by][value=person]")
    hand.tap("summary:has-text('someone in their life')")
    hand.write("[name=ties_0_name]", "Her sister")
    hand.tap("[name=ties_0_strength][value=strong]")
    hand.tap("summary:has-text('how in control')")
    hand.tap("[name=check_in_0_score][value='6']")
    hand.tap("main button:has-text('Save')")
    page.wait_for_url(f"**/people/{ref}/")
    took = time.perf_counter() - begun
    context.close()
    return _said(took, hand.counted)


def _said(took: float, counted: Counted) -> str:
    spoken, typed_words = len(WORDS.split()), counted.letters / 5
    taps = counted.taps * TAP_S
    dictated = spoken / DICTATED * 60 + typed_words / TYPED * 60 + taps
    typed = (spoken + typed_words) / TYPED * 60 + taps
    return (
        f"A conversation of {spoken} words, one matter, one tie, two things agreed and a check-in, from the person's page and back: "
        f"{counted.taps} taps, {counted.loads} page loads, {counted.letters} letters besides the words; {took:.1f} s for the machine. "
        f"Reckoned for a person: {dictated:.0f} s with the words dictated, {typed:.0f} s with all of it typed on a phone (aim under 120)."
    )
