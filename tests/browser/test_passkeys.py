"""Passkeys in a real browser, with an authenticator that its developer tools lend it; and every page about signing in, looked at.

Slow: a real browser.
"""

import re
import time
from typing import Any

import pytest
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from playwright.sync_api import Page, expect

from tests.browser.conftest import DESK, PHONE, Opens, Served
from tests.browser.test_axe import look_at

pytestmark = [pytest.mark.browser, pytest.mark.slow]

DEVICE = {"protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True, "isUserVerified": True}


def lend_authenticator(page: Page, **other: object) -> None:
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    session.send("WebAuthn.addVirtualAuthenticator", {"options": {**DEVICE, "automaticPresenceSimulation": True, **other}})


def sign_out(page: Page) -> None:
    page.goto("/how-you-sign-in/")
    page.locator("form[data-sign-out] button:visible").first.click()
    page.wait_for_url(re.compile(r"/sign-in/\?out=1$"))


def newest_link(place: Served) -> str:
    letter = max((place.folder / "outbox").iterdir(), key=lambda path: path.stat().st_mtime).read_text()
    link = re.search(r"http://\S+/invited/\S+/", letter)
    assert link
    return link[0]


SCREENS = pytest.mark.parametrize(("screen", "who"), [(PHONE, "Owen"), (DESK, "Tom")], ids=["phone", "desk"])


@SCREENS
def test_a_passkey_is_made_signs_in_alone_and_is_taken_out(screen: dict[str, Any], who: str, opens: Opens, place: Served) -> None:
    page = opens(**screen)
    place.sign_in(page, who)
    lend_authenticator(page)
    page.goto("/how-you-sign-in/")
    assert list(look_at(page)) == []
    page.get_by_role("link", name="Add a passkey").click()
    expect(page.locator("form[data-passkey=make]")).to_be_visible()
    assert list(look_at(page)) == []
    page.locator("[name=name]").fill("Owen's phone")
    page.get_by_role("button", name="Make it on this device").click()
    expect(page.locator("h1")).to_have_text("Your recovery codes")
    expect(page.locator(".codes li")).to_have_count(10)
    assert list(look_at(page)) == []
    page.get_by_role("link", name="I have them").click()
    expect(page.locator(".people__name")).to_have_text("Owen's phone")
    assert list(look_at(page)) == []

    sign_out(page)
    assert list(look_at(page)) == []
    page.get_by_role("button", name="Sign in with a passkey").click()
    expect(page.locator("h1")).not_to_have_text("Sign in")
    assert page.goto("/how-you-sign-in/")

    page.goto("/how-you-sign-in/")
    page.get_by_role("link", name="Take it out").click()
    expect(page.locator("h1")).to_have_text("Is it you?")
    assert list(look_at(page)) == []
    page.get_by_role("button", name="Use your passkey").click()
    expect(page.locator("h1")).to_have_text("Take this passkey out?")
    assert list(look_at(page)) == []
    page.get_by_role("button", name="Take it out").click()
    expect(page.get_by_text("The passkey is taken out.")).to_be_visible()
    sign_out(page)
    page.get_by_role("button", name="Sign in with a passkey").click()
    expect(page.get_by_text("That is not right")).to_be_visible()


def test_after_a_password_a_passkey_is_the_second_step(opens: Opens, place: Served) -> None:
    lead = opens(**DESK)
    place.sign_in(lead, "Gail")
    lead.goto("/information/accounts/new/")
    lead.get_by_label("E-mail").fill("bo@northbridge.example")
    lead.get_by_label("What they are called").fill("Bo")
    lead.get_by_role("button", name="Send the invitation").click()
    expect(lead.get_by_text("Bo is asked in")).to_be_visible()
    page = opens(**PHONE)
    lend_authenticator(page)
    page.goto(newest_link(place))
    page.locator("[name=password]").fill("seven kettles, one hob")
    page.get_by_role("button", name="Come in with this password").click()
    page.goto("/how-you-sign-in/password/")
    page.locator("[name=password]").fill("seven kettles, one hob")
    page.get_by_role("button", name="Go on").click()
    expect(page.locator("h1")).to_have_text("A new password")
    assert list(look_at(page)) == []
    page.goto("/how-you-sign-in/passkeys/new/")
    page.get_by_role("button", name="Make it on this device").click()
    expect(page.locator("h1")).to_have_text("Your recovery codes")
    sign_out(page)
    page.locator("[name=email]").fill("bo@northbridge.example")
    page.locator("[name=password]").fill("seven kettles, one hob")
    page.get_by_role("button", name="Sign in", exact=True).click()
    expect(page.locator("h1")).to_have_text("One more step")
    assert list(look_at(page)) == []
    page.locator("[name=code]").fill("1")
    page.get_by_role("button", name="Go on").click()
    expect(page.locator("[data-error-summary]")).to_be_visible()
    assert list(look_at(page)) == []
    page.get_by_role("button", name="Use your passkey instead").click()
    expect(page).to_have_url(re.compile(r"/today/$"))


def test_a_device_that_cannot_tell_who_holds_it_makes_no_passkey(phone: Page, place: Served) -> None:
    page = phone
    place.sign_in(page, "Dev")
    lend_authenticator(page, hasUserVerification=False, isUserVerified=False)
    page.goto("/how-you-sign-in/passkeys/new/")
    page.get_by_role("button", name="Make it on this device").click()
    expect(page.get_by_role("status").filter(has_text="No passkey was made")).to_be_visible()


@SCREENS
def test_an_authenticator_app_is_set_up_and_asked_for(screen: dict[str, Any], who: str, opens: Opens, place: Served) -> None:
    page = opens(**screen)
    place.sign_in(page, who)
    page.goto("/how-you-sign-in/app/")
    assert page.locator(".square-code").evaluate("picture => picture.naturalWidth") > 0
    assert list(look_at(page)) == []
    secret = page.locator(".letters code").inner_text()
    page.locator("[name=code]").fill("1")
    page.get_by_role("button", name="Use it from now on").click()
    expect(page.locator("[data-error-summary]")).to_be_visible()
    page.locator("[name=code]").fill(format_hotp_value(hotp_value(secret, int(time.time()) // 30)))
    page.get_by_role("button", name="Use it from now on").click()
    expect(page.locator("h1")).to_have_text("Your recovery codes")
    recovery = page.locator(".codes li").first.inner_text()
    page.goto("/how-you-sign-in/")
    assert list(look_at(page)) == []
    page.goto("/it-is-you/code/?next=/how-you-sign-in/recovery-codes/new/")
    expect(page.locator("h1")).to_have_text("Is it you?")
    assert list(look_at(page)) == []
    page.locator("[name=code]").fill(recovery)
    page.get_by_role("button", name="Go on").click()
    expect(page.locator("h1")).to_have_text("Make new recovery codes")
    assert list(look_at(page)) == []
    page.goto("/how-you-sign-in/app/out/")
    assert list(look_at(page)) == []
    page.get_by_role("button", name="Use it no longer").click()
    expect(page.get_by_text("no longer used")).to_be_visible()


def test_somebody_is_asked_in_and_makes_a_passkey(opens: Opens, place: Served) -> None:
    lead = opens(**DESK)
    place.sign_in(lead, "Gail")
    lead.goto("/information/accounts/")
    lead.get_by_role("link", name="Ask somebody in").click()
    lead.get_by_label("E-mail").fill("nia@northbridge.example")
    lead.get_by_label("What they are called").fill("Nia")
    lead.get_by_label("Their team").select_option(label="Northbridge Hub")
    lead.get_by_role("button", name="Send the invitation").click()
    expect(lead.get_by_text("Nia is asked in")).to_be_visible()
    assert list(look_at(lead)) == []

    link = newest_link(place)
    page = opens(**PHONE)
    lend_authenticator(page)
    page.goto(link)
    assert list(look_at(page)) == []
    page.get_by_role("button", name="Come in with this password").click()
    expect(page.locator("[data-error-summary]")).to_be_visible()
    assert list(look_at(page)) == []
    page.get_by_role("button", name="Come in and make a passkey").click()
    expect(page.locator("h1")).to_have_text("How you sign in")
    page.get_by_role("link", name="Add a passkey").click()
    page.get_by_role("button", name="Make it on this device").click()
    expect(page.locator("h1")).to_have_text("Your recovery codes")
    sign_out(page)
    page.get_by_role("button", name="Sign in with a passkey").click()
    expect(page).to_have_url(re.compile(r"/today/$"))

    page.goto(link)
    expect(page.locator("h1")).to_have_text("This opens nothing")
    assert list(look_at(page)) == []
