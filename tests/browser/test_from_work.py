"""Single sign-on in a real browser with a real OpenID Connect provider (oidc-provider, from npm), which runs as a process of its own.

Slow: a real browser and two servers.
"""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from frontend.build import in_a_wheel, on_this_machine
from playwright.sync_api import Page, expect

from tests.browser.conftest import DESK, PHONE, Opens, Served, free_port, serving
from tests.browser.test_axe import look_at

pytestmark = [pytest.mark.browser, pytest.mark.slow]

PROVIDER = Path(__file__).parents[1] / "provider"
NAME = "Northbridge at work"


def _node() -> list[str]:
    """Node, with the provider installed. Left out where neither can be had; with CI=true that fails."""
    found = on_this_machine() or in_a_wheel()
    if found and not (PROVIDER / "node_modules" / "oidc-provider").exists():
        subprocess.run([*found.npm, "ci", "--ignore-scripts"], cwd=PROVIDER, check=False, capture_output=True)
    if found and (PROVIDER / "node_modules" / "oidc-provider").exists():
        return found.node
    if os.environ.get("CI") == "true":
        pytest.fail("The provider for the tests cannot be installed.", pytrace=False)
    pytest.skip("No Node here, or no registry: cd tests/provider && npm ci")


@pytest.fixture(scope="module")
def work(chromium_path: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A place whose people sign in through their work."""
    ours, theirs = free_port(), free_port()
    back = f"http://localhost:{ours}/sign-in/with/work/back/"
    command = [*_node(), "provider.mjs", str(theirs), back]
    with subprocess.Popen(command, cwd=PROVIDER, stdout=subprocess.PIPE, stderr=sys.stderr, text=True) as provider:
        try:
            assert provider.stdout
            for line in provider.stdout:
                if "listening" in line:
                    break
            environment = {
                "ALONGSIDE_SIGN_IN_ISSUER": f"http://localhost:{theirs}",
                "ALONGSIDE_SIGN_IN_CLIENT": "alongside",
                "ALONGSIDE_SIGN_IN_SECRET": "a secret for the tests alone",
                "ALONGSIDE_SIGN_IN_NAME": NAME,
                "ALONGSIDE_PASSWORDS": "0",
            }
            with serving(tmp_path_factory, port=ours, **environment) as served:
                yield served
        finally:
            provider.terminate()


def through_work(page: Page, work: Served, who: str, onward: str = "/sign-in/") -> None:
    page.goto(work.root + onward)
    page.get_by_role("link", name=f"Sign in with {NAME}").click()
    page.get_by_label("Who are you?").fill(who)
    page.get_by_role("button", name="Sign in").click()


@pytest.mark.parametrize("screen", [PHONE, DESK], ids=["phone", "desk"])
def test_somebody_comes_in_through_their_work_to_where_they_were_going(screen: dict[str, object], opens: Opens, work: Served) -> None:
    page = opens(**screen)
    page.goto(f"{work.root}/team/")
    expect(page.get_by_role("button", name="Sign in with a passkey")).to_be_visible()
    assert page.locator("[name=password]").count() == 0
    assert list(look_at(page)) == []
    through_work(page, work, "owen", "/team/")
    expect(page).to_have_url(f"{work.root}/team/")
    page.goto(f"{work.root}/how-you-sign-in/")
    expect(page.get_by_text(f"With {NAME}")).to_be_visible()
    page.locator("form[data-sign-out] button:visible").first.click()
    page.wait_for_url(re.compile(r"/sign-in/\?out=1$"))
    page.goto(f"{work.root}/today/")
    expect(page.locator("h1")).to_have_text("Sign in")
    page.get_by_role("link", name=f"Sign in with {NAME}").click()
    expect(page.get_by_label("Who are you?")).to_be_visible()  # whoever takes the laptop next is asked


@pytest.mark.parametrize(
    ("who", "said"), [("stranger", "there is no account here"), ("unverified", "does not vouch for your e-mail"), ("", "You left before")]
)
def test_who_is_not_known_here_is_told_so_and_is_not_signed_in(who: str, said: str, opens: Opens, work: Served) -> None:
    page = opens(**PHONE)
    page.goto(f"{work.root}/sign-in/")
    page.get_by_role("link", name=f"Sign in with {NAME}").click()
    if who:
        page.get_by_label("Who are you?").fill(who)
    page.get_by_role("button", name="Sign in" if who else "Leave").click()
    expect(page.locator("h1")).to_have_text("You are not signed in")
    expect(page.locator("main")).to_contain_text(said)
    assert list(look_at(page)) == []
    page.goto(f"{work.root}/today/")
    expect(page.locator("h1")).to_have_text("Sign in")


def test_an_answer_cannot_be_used_twice(opens: Opens, work: Served) -> None:
    page = opens(**DESK)
    answers: list[str] = []
    page.on("request", lambda request: answers.append(request.url) if "/back/?" in request.url else None)
    through_work(page, work, "owen")
    expect(page).to_have_url(f"{work.root}/today/")
    page.goto(answers[0])
    expect(page.locator("h1")).to_have_text("You are not signed in")
    other = opens(**DESK)
    other.goto(answers[0])
    expect(other.locator("main")).to_contain_text("in another browser")
