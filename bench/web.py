"""The least of a browser: one keep-alive connection, cookies, the form token, and a clock."""

import http.client
import re
import time
import urllib.parse
from dataclasses import dataclass

from bench.counting import ANSWER

KEPT_ALIVE = 1  # second
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')


@dataclass(frozen=True)
class Answer:
    """seconds: from the first byte sent to the last byte read. queries: counted only when asked for, else -1."""

    status: int
    body: bytes
    seconds: float
    queries: int


class Browser:
    def __init__(self, port: int) -> None:
        self.connection = http.client.HTTPConnection("127.0.0.1", port)
        self.cookies: dict[str, str] = {}
        self.token = ""
        self.answered = time.monotonic()

    def sign_in(self, email: str, password: str) -> None:
        self.read_token("/sign-in/")
        self.post("/sign-in/", {"email": email, "password": password}, expect=302)
        self.read_token("/bench/empty/")

    def read_token(self, path: str) -> None:
        """Take the form token of this session from a page with a form."""
        found = TOKEN.search(self.get(path).body.decode())
        assert found
        self.token = found.group(1)

    def get(self, path: str, *, counted: bool = False) -> Answer:
        return self._send("GET", path, None, counted, expect=200)

    def post(self, path: str, fields: dict[str, str], *, counted: bool = False, expect: int = 302) -> Answer:
        body = urllib.parse.urlencode({"csrfmiddlewaretoken": self.token, **fields}).encode()
        return self._send("POST", path, body, counted, expect)

    def _send(self, method: str, path: str, body: bytes | None, counted: bool, expect: int) -> Answer:
        headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())}
        if body is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        if counted:
            headers["X-Bench-Count"] = "1"
        if time.monotonic() - self.answered > KEPT_ALIVE:  # the server closes a connection that is idle: a new one, before the clock starts
            self.connection.close()
            self.connection.connect()
        begun = time.perf_counter()
        self.connection.request(method, path, body, headers)
        response = self.connection.getresponse()
        text = response.read()
        seconds, self.answered = time.perf_counter() - begun, time.monotonic()
        for cookie in response.headers.get_all("Set-Cookie") or []:
            name, value = cookie.split(";", 1)[0].split("=", 1)
            self.cookies[name] = value
        assert response.status == expect, f"{method} {path} answered {response.status}, not {expect}"
        return Answer(response.status, text, seconds, int(response.headers.get(ANSWER, -1)))
