"""A map of sixty opened on a phone: Chromium slowed down six times, as a cheap phone is; until it can be drawn on."""

from statistics import median
from typing import Any

from bench.web import Browser

SLOWER, TIMES, MOST_MS = 6, 5, 2000
DRAWN = "performance.getEntriesByName('drawn')[0]?.startTime"


def map_opening(chromium: Any, port: int, browser: Browser, ref: str) -> str:
    """A line for the report: median milliseconds from the beginning of the navigation, and the script's bytes on the wire."""
    took, script = [], 0
    for _ in range(TIMES):
        context = chromium.new_context(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
        context.add_cookies([{"name": "alongside", "value": browser.cookies["alongside"], "url": f"http://localhost:{port}"}])
        page, sizes = context.new_page(), {}
        wire = context.new_cdp_session(page)
        wire.send("Network.enable")
        wire.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
        wire.on("Network.responseReceived", lambda said, sizes=sizes: sizes.update({said["requestId"]: [said["type"], 0]}))
        wire.on("Network.loadingFinished", lambda said, sizes=sizes: _finished(said, sizes))
        page.goto(f"http://localhost:{port}/people/{ref}/ties/map/")
        page.wait_for_function(f"!!({DRAWN})")
        page.evaluate("new Promise(done => requestAnimationFrame(() => setTimeout(done)))")
        took.append(page.evaluate(DRAWN))
        script = sum(size for kind, size in sizes.values() if kind == "Script")
        things = page.locator("[data-one]").count()
        context.close()
    missed = "" if median(took) < MOST_MS else " **Over the aim.**"
    said = f"A map of {things} opened on a phone-class processor ({SLOWER} times slower), nothing kept from before: "
    return f"{said}{median(took):,.0f} ms until it can be drawn on (aim under {MOST_MS:,}), {script:,} bytes of script.{missed}"


def _finished(said: dict[str, Any], sizes: dict[str, list[Any]]) -> None:
    if said["requestId"] in sizes:
        sizes[said["requestId"]][1] = int(said["encodedDataLength"])
