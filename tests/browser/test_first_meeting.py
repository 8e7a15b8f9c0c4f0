"""A whole first meeting on a phone at a kitchen table, by touch alone: from a name to an ending, and back again.

Slow: some sixty pages in a real browser.
"""

import time

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Served, counting_loads
from tests.browser.hand import Hand

pytestmark = [pytest.mark.browser, pytest.mark.slow]

SAFETY, PHONE_NUMBER, KEPT_OFF = "The dog bites strangers.", "01632 960777", "That nobody hears about the operation."
MATTER, TAX, POST = "To sleep through a night.", "Council tax not paid", "Frightened of the post"
WORDS = "We opened the first letter at her table.\n“I would rather know than lie awake.”"


def test_a_first_meeting_by_touch(phone: Page, place: Served) -> None:
    place.sign_in(phone)
    hand = Hand(phone)
    _someone_new(hand)
    _how_to_reach_her(hand)
    _what_matters(hand)
    _someone_in_her_life(hand)
    _a_vicious_circle(hand)
    _write_up(hand)
    _everything_is_in_its_place(phone)
    _hand_over_and_take_back(hand)
    _how_in_control(hand)
    _turned_round(hand)
    _light_touch_ending_and_back(hand)


def _someone_new(hand: Hand) -> None:
    hand.link("People", within="header")
    hand.link("Someone new")
    hand.write(hand.named("called"), "Robin")
    hand.write(hand.named("met_words"), "I cannot open them any more.")
    hand.write(hand.named("met_where"), "at the library")
    hand.button("Save")
    expect(hand.page.locator("h1")).to_have_text("Robin")
    expect(hand.page.locator("#context")).to_contain_text("I cannot open them any more.")
    expect(hand.page.locator("main")).to_contain_text("What matters to them has not been written down yet.")


def _how_to_reach_her(hand: Hand) -> None:
    hand.link("Change")
    hand.write(hand.named("reach"), "Ring after six.")
    hand.write(hand.named("phone"), PHONE_NUMBER)
    hand.write(hand.named("safety_note"), SAFETY)
    hand.button("Save")
    expect(hand.page.locator("main")).to_contain_text(SAFETY)


def _what_matters(hand: Hand) -> None:
    hand.link("All that matters to Robin")
    hand.write(hand.named("words"), MATTER)
    hand.button("Add")
    expect(hand.page.locator("section .words")).to_contain_text("as Maya heard it")
    hand.button("I read it back, it is right")
    expect(hand.page.locator("section .words")).to_contain_text("read back")
    expect(hand.page.locator(".words--heard")).to_have_count(0)
    hand.write(hand.named("words"), KEPT_OFF)
    hand.tap(hand.named("kept_off"))
    hand.button("Add")
    expect(hand.page.locator("main")).to_contain_text("Kept off what we look at together.")
    hand.link("Robin")
    expect(hand.page.locator(".strip")).to_contain_text(MATTER)
    expect(hand.page.locator(".strip")).not_to_contain_text(KEPT_OFF)


def _someone_in_her_life(hand: Hand) -> None:
    hand.link("Change who is around them")
    hand.write(hand.named("name"), "Nell")
    hand.write(hand.named("relation"), "upstairs")
    hand.chip("How strong", "strong")
    hand.chip("Which way does help flow?", "both ways")
    hand.button("Add")
    hand.link("Robin")
    expect(hand.page.locator("#understand svg")).to_contain_text("Nell")


def _a_vicious_circle(hand: Hand) -> None:
    hand.link("Change what lies behind it")
    hand.write(hand.named("what"), TAX)
    hand.chip("Whose view", "their view")
    hand.tap(hand.named("is_how_we_met"))
    hand.button("Add")
    hand.write(hand.named("what"), POST)
    hand.chip("Whose view", "seen together")
    hand.choose(hand.named("leads_to"), TAX)
    hand.button("Add")
    expect(hand.page.locator(".leads-row")).to_contain_text(f"{POST} leads to {TAX}")
    hand.choose(hand.named("cause"), TAX)
    hand.choose(hand.named("effect"), POST)
    hand.button("Join")
    hand.link("Robin")
    told = hand.page.locator("#context p", has_text="which leads back to")
    expect(told).to_contain_text(TAX)
    expect(told).to_contain_text(POST)


def _write_up(hand: Hand) -> None:
    begun, before = time.monotonic(), hand.taps
    with counting_loads(hand.page) as loads:
        hand.link("Write up a conversation")
        hand.write(hand.named("words"), WORDS)
        hand.chip("Where", "At home")
        hand.unfold("what matters")
        hand.write(hand.named("matters_0_words"), "That the post is only post.")
        hand.unfold("someone in their life")
        hand.write(hand.named("ties_0_name"), "Aunt Bo")
        hand.unfold("something behind it")
        hand.write(hand.named("causes_0_what"), "Nobody to read it with")
        hand.unfold("agreed")
        hand.write(hand.named("agreed_0_what"), "Read the post together on Fridays")
        hand.tap(hand.page.locator("[name=agreed_0_led_by][value=team]"))
        hand.unfold("how in control")
        hand.write(hand.named("check_in_0_words"), "A bit more than before.")
        hand.button("Save")
        expect(hand.page.get_by_role("status")).to_contain_text("Everything is in its place.")
    seconds, taps = time.monotonic() - begun, hand.taps - before
    print(f"\nWrite-up with a line of each kind: {seconds:.1f} s by machine, {taps} taps, {len(loads)} page loads {loads}")
    assert taps <= 20
    assert len(loads) <= 3  # the page, the save, the person's page


def _everything_is_in_its_place(phone: Page) -> None:
    expect(phone.locator("#understand .talk")).to_contain_text("We opened the first letter at her table.")
    expect(phone.locator("#understand .talk blockquote")).to_contain_text("I would rather know than lie awake.")
    expect(phone.locator("#understand svg")).to_contain_text("Aunt Bo")
    expect(phone.locator(".strip")).to_contain_text("That the post is only post.")
    expect(phone.locator("#context svg")).to_contain_text("Nobody to read")
    expect(phone.locator("#explore")).to_contain_text("Read the post together on Fridays")
    expect(phone.locator("#explore")).to_contain_text("Maya leads")
    expect(phone.locator("#ownership")).to_contain_text("A bit more than before.")


def _hand_over_and_take_back(hand: Hand) -> None:
    hand.tap(hand.page.locator("#explore").get_by_role("link", name="Read the post together on Fridays"))
    for leader, said in (("Robin", "Robin leads."), ("the team", "Maya leads.")):
        hand.chip("Who leads", leader, within="#hand-over")
        hand.button("Hand over")
        expect(hand.page.locator(".sub")).to_contain_text(said)
    expect(hand.page.locator("main")).to_contain_text("from Maya to the person")
    hand.link("Robin")


def _how_in_control(hand: Hand) -> None:
    hand.link("Ask how in control they feel")
    hand.chip("Out of ten, if they like a number", "4")
    hand.tap(hand.named("expects_more"))
    hand.button("Save")
    expect(hand.page.locator("main")).to_contain_text("“I expect more now”")
    hand.link("Robin")


def _turned_round(hand: Hand) -> None:
    hand.link("Turn round")
    shown = hand.page.locator("body")
    expect(shown).to_contain_text(MATTER)
    expect(shown).to_contain_text("Read the post together on Fridays")
    for unseen in (SAFETY, PHONE_NUMBER, KEPT_OFF):
        expect(shown).not_to_contain_text(unseen)
        assert unseen not in hand.page.content()
    hand.link("Turn back")


def _light_touch_ending_and_back(hand: Hand) -> None:
    hand.link("Light touch, or ending")
    hand.button("Light touch")
    expect(hand.page.get_by_role("button", name="Alongside again")).to_be_visible()
    hand.unfold("End our time together")
    hand.write(hand.page.locator("#standing [name=words]"), "She reads it with Nell now.")
    hand.button("End it, welcome back")
    expect(hand.page.locator("main")).to_contain_text("Our time with Robin ended on")
    expect(hand.page.locator("main")).to_contain_text("She reads it with Nell now.")
    hand.write(hand.named("met_words"), "It is the same with the gas.")
    hand.button("Welcome back")
    expect(hand.page.locator("h1")).to_have_text("Robin")
    expect(hand.page.locator("#understand .talk")).to_contain_text("We opened the first letter at her table.")
    expect(hand.page.locator("#context")).to_contain_text("It is the same with the gas.")
    expect(hand.page.locator(".strip")).to_contain_text(MATTER)
