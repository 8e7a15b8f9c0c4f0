"""A fresh example place, served by the real command, and a real browser that may speak to it and to nobody else."""

import os
import re
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request, Response, sync_playwright

from tests.needs import chromium

FLAGS = "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync"
PHONE: dict[str, Any] = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
DESK: dict[str, Any] = {"viewport": {"width": 1280, "height": 800}}
THE_CAST = 9
REFUSED = 422  # a form shown again


@dataclass
class Served:
    """links: what each of the cast opens to sign in. folder: of the installation."""

    root: str
    folder: Path
    links: dict[str, str] = field(default_factory=dict)

    def sign_in(self, page: Page, who: str = "Maya") -> None:
        page.goto(self.links[who])

    def ref_of(self, page: Page, called: str) -> str:
        """The reference of someone the signed-in worker's team walks with."""
        page.goto(f"{self.root}/people/?called={called}")
        link = page.get_by_role("link", name=called, exact=True).first.get_attribute("href") or ""
        found = re.search(r"/people/([2-9a-z]{12})/", link)
        assert found, f"{called} is not among the people"
        return found.group(1)


@pytest.fixture(scope="session")
def chromium_path() -> str:
    path = chromium()
    if path is None and os.environ.get("CI") == "true":
        pytest.fail("A Chromium is needed.", pytrace=False)
    if path is None:
        pytest.skip("No Chromium here.")
    return path


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def _environment(folder: Path, more: dict[str, str]) -> dict[str, str]:
    """As at a terminal: nothing of the tests' own settings."""
    inherited = {name: value for name, value in os.environ.items() if not name.startswith(("ALONGSIDE_", "DJANGO_", "DATABASE_URL"))}
    return {**inherited, "ALONGSIDE_DIR": str(folder), "ALONGSIDE_DEVELOPMENT": "1", **more}


@pytest.fixture(scope="session")
def place(chromium_path: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """One for each worker of the tests."""
    with serving(tmp_path_factory, port=free_port()) as served:
        yield served


@contextmanager
def serving(tmp_path_factory: pytest.TempPathFactory, *, port: int, **environment: str) -> Iterator[Served]:
    """An example place of its own. What the server wrote to stderr is read at the end: no fault may be in it."""
    folder = tmp_path_factory.mktemp("example")
    said = tmp_path_factory.mktemp("said") / "stderr"
    served = Served(root=f"http://localhost:{port}", folder=folder)
    command = [sys.executable, "-m", "alongside", "demo", "--dir", str(folder), "--port", str(port)]
    with (
        said.open("w") as stderr,
        subprocess.Popen(command, stdout=subprocess.PIPE, stderr=stderr, text=True, env=_environment(folder, environment)) as server,
    ):
        try:
            assert server.stdout
            for line in server.stdout:
                if found := re.match(r"(\w+), [\w -]+: (http://\S+)", line):
                    served.links[found[1]] = found[2]
                if len(served.links) == THE_CAST:
                    break
            assert len(served.links) == THE_CAST, said.read_text()
            _wait_for(served.root)
            yield served
        finally:
            server.terminate()
    wrong = [line for line in said.read_text().splitlines() if re.search(r"Traceback| CRITICAL | ERROR (?!django.request 503$)", line)]
    assert not wrong, "\n".join(wrong)


def _wait_for(root: str) -> None:
    for _ in range(100):
        try:
            urllib.request.urlopen(f"{root}/not-safe/").close()
            return
        except OSError:
            time.sleep(0.1)
    raise AssertionError("The server does not answer.")


@pytest.fixture(scope="module")
def browser(chromium_path: str) -> Iterator[Browser]:
    """For a module, not the session: while it is open its event loop runs in this thread, where other tests use the database."""
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=chromium_path, args=FLAGS.split())
        yield opened
        opened.close()


def _watch(context: BrowserContext, faults: list[str]) -> None:
    """Take down every call to another host, every fault in the console (content security among them), every 5xx, every asset missing."""

    def asked(request: Request) -> None:
        if urlsplit(request.url).scheme != "data" and urlsplit(request.url).hostname != "localhost":
            faults.append(f"asked another host: {request.url}")

    def answered(response: Response) -> None:
        refused = response.status == REFUSED or response.request.resource_type == "document"  # a page, also where the worker fetched it
        if response.status >= 500 or (response.status >= 400 and not refused):
            faults.append(f"{response.status} from {response.request.method} {urlsplit(response.url).path}")

    def told(message: ConsoleMessage) -> None:
        refused_page = message.text.startswith("Failed to load resource") and "status of 4" in message.text  # judged in `answered`
        if message.type == "error" and not refused_page:
            faults.append(f"console: {message.text}")

    context.on("request", asked)
    context.on("response", answered)
    context.on("console", told)
    context.on("weberror", lambda fault: faults.append(f"script: {fault.error}"))


Opens = Callable[..., Page]


@pytest.fixture
def opens(browser: Browser, place: Served) -> Iterator[Opens]:
    """`opens(**PHONE)` gives a page in a browser context of its own; at the end no fault may have been seen in any."""
    faults: list[str] = []
    contexts: list[BrowserContext] = []

    def open_one(**options: Any) -> Page:
        context = browser.new_context(base_url=place.root, **options)
        context.set_default_timeout(10_000)
        _watch(context, faults)
        contexts.append(context)
        return context.new_page()

    yield open_one
    for context in contexts:
        context.close()
    assert not faults, "\n".join(faults)


@pytest.fixture
def phone(opens: Opens) -> Page:
    return opens(**PHONE)


@pytest.fixture
def desk(opens: Opens) -> Page:
    return opens(**DESK)


@contextmanager
def counting_loads(page: Page) -> Iterator[list[str]]:
    """The pages asked for while it is open, by path; a save and where it leads count as one."""
    loads: list[str] = []

    def note(request: Request) -> None:
        if request.is_navigation_request() and request.redirected_from is None:
            loads.append(urlsplit(request.url).path)

    page.on("request", note)
    yield loads
    page.remove_listener("request", note)
