"""Every answer of every kind carries the headers that keep a browser to our own host, and says nothing of anybody."""

import io
import json
import logging
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.conf import LazySettings, settings
from django.http import HttpResponse
from django.test import Client

from alongside.foundation.log import PlainHandler
from tests.conftest import Cast
from tests.doors.test_four_questions import asked
from tests.doors.urls import EVERY_URL, Url

As = Callable[[str], Client]
pytestmark = pytest.mark.skipif("DATABASE_URL" in os.environ, reason="headers are the same on either database: beside SQLite")

WANTED = {
    "X-Frame-Options": "DENY",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
OF_WINDOWS = {"X-Frame-Options", "Cross-Origin-Opener-Policy"}
PARTS_OF_ALL = ["default-src 'none'", "object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'"]
PARTS = [*PARTS_OF_ALL, "script-src 'self'", "connect-src 'self'", "form-action 'self'"]


def is_strict(answer: HttpResponse, *, of_a_file: bool = False) -> bool:
    wanted = {name: value for name, value in WANTED.items() if not (of_a_file and name in OF_WINDOWS)}
    assert {name: answer.headers.get(name) for name in wanted} == wanted
    policy = answer.headers["Content-Security-Policy"].split("; ")
    assert set(PARTS_OF_ALL if of_a_file else PARTS) <= set(policy)
    assert not [part for part in policy if "unsafe" in part or "*" in part or "http" in part]
    assert of_a_file or "geolocation=()" in answer.headers["Permissions-Policy"]
    return True


@pytest.fixture
def faulty() -> Client:
    return Client(raise_request_exception=False)


@pytest.mark.parametrize("who", ["stranger", "owen", "maya"])
@pytest.mark.parametrize("url", EVERY_URL, ids=lambda url: url.name)
def test_every_page_for_everyone(url: Url, who: str, cast: Cast, as_: As) -> None:
    client = as_(who)
    address = url.address(cast)
    assert is_strict(asked(client, address))
    assert is_strict(client.options(address))
    assert is_strict(client.delete(address))
    traced = client.trace(address, headers={"X-Said": "echoed-back"})
    assert b"echoed-back" not in traced.content
    assert traced.status_code in (302, 404, 405) or url.name.startswith("mine:"), "there every method gets the page that asks for a code"


KINDS: dict[int, Callable[[Client, Cast], HttpResponse]] = {
    200: lambda client, cast: client.get("/sign-in/"),
    302: lambda client, cast: client.get("/today/"),
    400: lambda client, cast: client.get("/sign-in/", headers={"host": "evil.example"}),
    403: lambda client, cast: Client(enforce_csrf_checks=True).post("/sign-out/"),
    404: lambda client, cast: client.get("/nothing/of/the/kind"),
    405: lambda client, cast: client.get("/sign-out/"),
    413: lambda client, cast: client.generic("POST", "/sign-in/", b"", CONTENT_LENGTH=str(10**9)),
    422: lambda client, cast: client.post("/sign-in/", {"email": "none"}),
}


@pytest.mark.parametrize("status", KINDS)
def test_every_kind_of_answer(status: int, cast: Cast, faulty: Client) -> None:
    answer = KINDS[status](faulty, cast)
    assert answer.status_code == status
    assert is_strict(answer)
    assert answer.headers["Cache-Control"] == "no-store" or status == 404


@pytest.mark.parametrize(
    "host", ["", "evil.example", "localhost@evil.example", "localhost:99999x", "a b", "localhost/../x", "%00", "[::", "localhost\nX: y"]
)
def test_a_host_that_is_not_ours_is_refused(host: str, db: None, faulty: Client) -> None:
    answer = faulty.get("/sign-in/", headers={"host": host})
    assert answer.status_code == 400
    assert "evil" not in answer.content.decode()
    assert is_strict(answer)


def test_a_file_of_ours(db: None) -> None:
    """Kept by the browser for ever, for its name is its content; strict all the same."""
    names = json.loads((Path(settings.STATIC_ROOT) / "staticfiles.json").read_text())["paths"]
    answer = Client().get(f"/static/{next(name for name in names.values() if name.startswith('app-') and name.endswith('.js'))}")
    assert answer.status_code == 200
    assert "immutable" in answer.headers["Cache-Control"]
    assert is_strict(answer, of_a_file=True)
    answer.close()


@pytest.fixture
def over_https(settings: LazySettings) -> None:
    settings.SECURE_SSL_REDIRECT, settings.SECURE_HSTS_SECONDS, settings.SECURE_HSTS_INCLUDE_SUBDOMAINS = True, 31_536_000, True


@pytest.mark.parametrize("status", [status for status in KINDS if status not in (400, 403)])
def test_over_https_a_browser_never_goes_back(status: int, cast: Cast, over_https: None) -> None:
    class Secure(Client):
        def generic(self, *args: object, **kwargs: object) -> HttpResponse:
            return super().generic(*args, **{**kwargs, "secure": True})  # type: ignore[arg-type, return-value]

    answer = KINDS[status](Secure(raise_request_exception=False), cast)
    assert answer.status_code == status
    assert answer.headers["Strict-Transport-Security"] == "max-age=31536000; includeSubDomains"


def test_over_plain_http_it_is_sent_to_https(db: None, over_https: None) -> None:
    answer = Client().get("/sign-in/")
    assert (answer.status_code, answer.headers["Location"]) == (301, "https://testserver/sign-in/")
    assert is_strict(answer)


def test_a_real_place_has_cookies_that_only_its_own_host_can_set(tmp_path: Path) -> None:
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("ALONGSIDE", "DATABASE_URL"))}
    asked = """
import json
from django.conf import settings as s
names = [s.SESSION_COOKIE_NAME, s.CSRF_COOKIE_NAME]
flags = [s.SESSION_COOKIE_SECURE, s.CSRF_COOKIE_SECURE, s.SESSION_COOKIE_HTTPONLY, s.CSRF_COOKIE_HTTPONLY, s.SECURE_SSL_REDIRECT]
print(json.dumps([names, flags, s.SECURE_HSTS_SECONDS >= 31536000, s.SECURE_HSTS_INCLUDE_SUBDOMAINS, s.DEBUG]))
"""
    environment = {**clean, "ALONGSIDE_DIR": str(tmp_path), "DJANGO_SETTINGS_MODULE": "alongside.foundation.settings"}
    told = subprocess.run([sys.executable, "-c", asked], env=environment, capture_output=True, text=True, check=True).stdout
    names, flags, hsts, below, debug = json.loads(told)
    assert all(name.startswith("__Host-") for name in names)
    assert all(flags)
    assert (hsts, below, debug) == (True, True, False)


@pytest.fixture
def log() -> Iterator[io.StringIO]:
    """What the production handler writes of all that Django and the server say."""
    written = io.StringIO()
    handler = PlainHandler(written)
    loggers = [logging.getLogger(name) for name in ("django", "gunicorn.error", "of.another.part")]
    for logger in loggers:
        logger.addHandler(handler)
    yield written
    for logger in loggers:
        logger.removeHandler(handler)


def test_a_fault_shows_and_logs_nothing_of_anybody(cast: Cast, log: io.StringIO, monkeypatch: pytest.MonkeyPatch) -> None:
    def breaks(*_args: object, **_kwargs: object) -> None:
        raise ValueError("Sam likes tea")

    maya = Client(raise_request_exception=False)
    maya.force_login(cast.maya, backend="django.contrib.auth.backends.ModelBackend")
    address = f"/people/{cast.sam.ref}/"
    monkeypatch.setattr("alongside.doors.worker.views.person.render", breaks)
    answer = maya.get(address)
    assert answer.status_code == 500
    assert is_strict(answer)
    page, told = answer.content.decode(), log.getvalue()
    for words in ("Sam", "tea", "ValueError", "Traceback", cast.sam.ref, cast.maya.email):
        assert words not in page
    assert "500 ValueError" in told
    assert "breaks:" in told, "where it broke can be found"
    for words in ("Sam", "tea", cast.sam.ref, "/people/", cast.maya.email):
        assert words not in told


def test_no_refusal_logs_an_address(cast: Cast, log: io.StringIO) -> None:
    address = f"/people/{cast.sam.ref}/"
    client = Client(enforce_csrf_checks=True, raise_request_exception=False)
    client.force_login(cast.owen, backend="django.contrib.auth.backends.ModelBackend")
    statuses = [
        client.get(address).status_code,
        client.post(f"{address}matters/").status_code,
        client.get(address, headers={"host": f"{cast.sam.ref}.example"}).status_code,
        client.get("/sign-out/").status_code,
    ]
    assert statuses == [404, 403, 400, 405]
    logging.getLogger("gunicorn.error").warning(f"Invalid request from ip=127.0.0.1: GET {address}")
    try:
        raise ValueError(address)
    except ValueError:
        logging.getLogger("gunicorn.error").exception("Error handling request %s %s", "GET", address)
    logging.getLogger("of.another.part").warning("%s was\nasked for", address)
    told = log.getvalue()
    assert told.count("\n") == 7
    assert all("+00:00 " in line for line in told.splitlines()), "each with its moment, and nothing breaks a line"
    assert cast.sam.ref not in told
    assert "/people/" not in told
