"""What a first visit loads, as Chromium counts it on the wire: nothing cached, headers included, HTML as it is sent (not compressed)."""

from dataclasses import dataclass
from pathlib import Path

from bench.pages import Facts
from bench.web import Browser

CHROMIUM = "/usr/bin/chromium"
FLAGS = "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync"


@dataclass(frozen=True)
class Loaded:
    """Bytes on the wire."""

    page: str
    javascript: int
    style: int
    faces: int
    html: int
    other: int

    @property
    def all(self) -> int:
        return self.javascript + self.style + self.faces + self.html + self.other


def first_visits(port: int, facts: Facts) -> list[Loaded]:
    """Each page in a fresh browser context; nothing where Chromium is missing."""
    if not Path(CHROMIUM).exists():
        return []
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 (only where there is a Chromium to drive)

    browser = Browser(port)
    browser.sign_in(facts["worker"], facts["password"])
    person, full = f"/people/{facts['usual'][0]}/", f"/people/{facts['full'][0]}/"
    paths = {
        "Today": "/today/",
        "People": "/people/",
        "A person, 10 conversations": person,
        "Write up a conversation": f"{person}conversations/new/",
        "A person, 500 conversations": full,
    }
    loaded = []
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS.split())
        for name, path in paths.items():
            context = chromium.new_context()
            context.add_cookies([{"name": "alongside", "value": browser.cookies["alongside"], "url": f"http://localhost:{port}"}])
            page, kinds, sizes = context.new_page(), {}, dict.fromkeys(("Script", "Stylesheet", "Font", "Document", "Other"), 0)
            wire = context.new_cdp_session(page)
            wire.send("Network.enable")
            wire.on("Network.responseReceived", lambda said, kinds=kinds: kinds.update({said["requestId"]: said["type"]}))
            finished: list[tuple[str, int]] = []
            wire.on(
                "Network.loadingFinished",
                lambda said, finished=finished: finished.append((said["requestId"], int(said["encodedDataLength"]))),
            )
            page.goto(f"http://localhost:{port}{path}", wait_until="networkidle")
            for request, size in finished:
                kind = kinds.get(request, "Other")
                sizes[kind if kind in sizes else "Other"] += size
            loaded.append(Loaded(name, sizes["Script"], sizes["Stylesheet"], sizes["Font"], sizes["Document"], sizes["Other"]))
            context.close()
        chromium.close()
    return loaded
