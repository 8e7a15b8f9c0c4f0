"""Take the pictures that the documents show: the main pages of a fresh example place, at phone and desk width.

Run: make pictures. With names of pages as arguments, only those; with --to DIR, into another folder.
"""

import argparse
import os
import re
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

HERE = Path(__file__).parent
with socket.socket() as free:
    free.bind(("127.0.0.1", 0))
    PORT = free.getsockname()[1]
FLAGS = "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync"
PAGES = {  # name: address, with REF for Sam's reference
    "sign-in": "/sign-in/",
    "today": "/today/",
    "people": "/people/",
    "person": "/people/REF/",
    "conversation": "/people/REF/conversations/new/",
    "turned-round": "/people/REF/turned-round/",
    "ties": "/people/REF/ties/",
    "causes": "/people/REF/causes/",
    "causes-map": "/people/REF/causes/map/",
    "ties-map": "/people/REF/ties/map/",
    "pictures": "/people/REF/attachments/",
    "same": "/people/REF/same/",
    "words": "/people/words/?words=post",
    "devices": "/devices/",
    "how-you-sign-in": "/how-you-sign-in/",
    "life": "/people/REF/life/",
    "matters": "/people/REF/matters/",
    "actions": "/people/REF/actions/",
    "action": "ACTION",
    "check-ins": "/people/REF/check-ins/",
    "alongside": "/people/REF/alongside/",
    "about": "/people/REF/about/",
    "story": "/people/REF/story/",
    "kept": "/people/REF/kept/",
    "sharing": "/people/REF/sharing/",
    "their-page": "/people/REF/their-page/",
    "how-we-met": "/people/REF/how-we-met/",
    "person-new": "/people/new/",
    "bring-in": "/people/bring-in/",
    "team": "/team/",
    "framework-change": "FRAMEWORK",
    "not-safe": "/not-safe/",
    "nothing-there": "/people/222222222222/",
}
KEPT = ["today", "person", "conversation", "causes-map", "turned-round", "not-safe", "sharing"]


@contextmanager
def example() -> Iterator[str]:
    """Serve a fresh example place; give the link that signs Maya in."""
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "alongside", "demo", "--dir", folder, "--port", str(PORT)]
        server = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env={**os.environ, "ALONGSIDE_DIR": folder})
        try:
            assert server.stdout
            link = next(line.split(": ", 1)[1].strip() for line in server.stdout if line.startswith("Maya"))
            for _ in range(100):
                try:
                    urllib.request.urlopen(f"http://localhost:{PORT}/not-safe/")
                    break
                except OSError:
                    time.sleep(0.1)
            yield link
        finally:
            server.terminate()
            server.wait()


def address(page: Page, wanted: str, ref: str) -> str:
    if wanted == "ACTION":
        page.goto(f"http://localhost:{PORT}/people/{ref}/")
        return page.locator("#explore .agreed__what").first.get_attribute("href") or ""
    if wanted == "FRAMEWORK":
        page.goto(f"http://localhost:{PORT}/team/")
        return page.get_by_role("link", name="Change our principles").first.get_attribute("href") or ""
    return wanted.replace("REF", ref)


def main() -> None:
    options = argparse.ArgumentParser()
    options.add_argument("names", nargs="*")
    options.add_argument("--to", type=Path, default=HERE)
    chosen = options.parse_args()
    names = chosen.names or (KEPT if chosen.to == HERE else list(PAGES))
    chosen.to.mkdir(parents=True, exist_ok=True)
    with example() as link, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=FLAGS.split())
        for width, height in ((390, 844), (1280, 800)):
            page = browser.new_context(viewport={"width": width, "height": height}).new_page()
            page.goto(link)
            ref = re.search(r"/people/([2-9a-z]{12})/", page.get_by_role("link", name="Sam", exact=True).first.get_attribute("href") or "")
            for name in names:
                page.goto(f"http://localhost:{PORT}{address(page, PAGES[name], ref.group(1) if ref else '')}")
                page.screenshot(path=chosen.to / f"{name}-{width}.png", full_page=True)
        browser.close()


if __name__ == "__main__":
    main()
