"""What a first visit costs on a phone's data: counted by the browser, with nothing kept from before.

Slow: a real browser.
"""

from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Served

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
def test_a_first_visit_is_light(part: str, phone: Page, place: Served) -> None:
    place.sign_in(phone)
    sent = _sent(phone, f"/people/{place.ref_of(phone, 'Sam')}/{part}")
    total = sum(size for _kind, size in sent.values())
    script = sum(size for kind, size in sent.values() if kind == "Script")
    page = sum(size for kind, size in sent.values() if kind == "Document")
    print(f"\nFirst visit to the {part or 'person'}: {total} bytes, of them the page {page}, script {script}: {sorted(sent)}")
    assert any(kind == "Stylesheet" for kind, _size in sent.values()), "nothing was counted"
    assert total < ALL
    assert 0 < script <= SCRIPT
