"""What a first visit costs on a phone's data: counted by the browser, with nothing kept from before.

Slow: a real browser.
"""

from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import PHONE, Opens, Served

pytestmark = [pytest.mark.browser, pytest.mark.slow]

ALL, SCRIPT = 150_000, 60_000  # bytes as sent, heads included


def _sent(page: Page, address: str) -> dict[str, tuple[str, int]]:
    """Path: the kind of thing and its bytes, as they came over the line."""
    session = page.context.new_cdp_session(page)
    kinds: dict[str, tuple[str, str]] = {}
    sent: dict[str, tuple[str, int]] = {}

    def answered(event: dict[str, Any]) -> None:
        kinds[event["requestId"]] = (urlsplit(event["response"]["url"]).path, event["type"])

    def finished(event: dict[str, Any]) -> None:
        path, kind = kinds.get(event["requestId"], ("?", "?"))
        sent[path] = (kind, int(event["encodedDataLength"]))

    session.on("Network.responseReceived", answered)
    session.on("Network.loadingFinished", finished)
    session.send("Network.enable")
    session.send("Network.clearBrowserCache")
    page.goto(address, wait_until="networkidle")
    session.detach()
    return sent


@pytest.mark.parametrize("part", ["", "conversations/new/"])
def test_a_first_visit_is_light(part: str, opens: Opens, place: Served) -> None:
    """Counted without the service worker, which would answer for the server; what it fetches once for later is added."""
    page = opens(**PHONE, service_workers="block")
    place.sign_in(page)
    sent = _sent(page, f"/people/{place.ref_of(page, 'Sam')}/{part}")
    for_later = _sent(page, "/not-safe/")
    of = {kind: sum(size for one, size in sent.values() if one == kind) for kind in ("Document", "Script", "Stylesheet", "Font")}
    total = sum(size for _kind, size in sent.values())
    once = sum(size for path, (kind, size) in for_later.items() if kind in ("Document", "Stylesheet") or "latin-400" in path)
    print(f"\nFirst visit to the {part or 'person'}: {total} bytes ({of}), and {once} once, for the page kept at hand with no signal")
    assert of["Stylesheet"], "nothing was counted"
    assert total + once < ALL
    assert 0 < of["Script"] <= SCRIPT
