"""A place served by the real command, in a process group that can be killed at once, and a client that knows what was acknowledged."""

import http.client
import os
import re
import signal
import subprocess
import sys
import time
import urllib.parse
import urllib.request
from contextlib import closing
from dataclasses import dataclass
from uuid import uuid4

from tests.postgresql import free_port

TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')
REF = re.compile(r"/people/[2-9a-z]{12}/")


@dataclass
class Save:
    """One conversation to be saved. acknowledged: the server has led on to the person's page."""

    words: str
    client_key: str
    acknowledged: bool = False


def saves(number: int) -> list[Save]:
    return [Save(f"Said under key {(key := str(uuid4()))}.", key) for _ in range(number)]


class Server:
    """`alongside serve`, started in a session of its own: its number is the number of its process group."""

    def __init__(self, environment: dict[str, str]) -> None:
        self.environment, self.port = environment, free_port()
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        command = [sys.executable, "-m", "alongside", "serve", "--port", str(self.port), "--workers", "1"]
        self.process = subprocess.Popen(command, env=self.environment, start_new_session=True, stderr=subprocess.DEVNULL)
        for _ in range(300):
            try:
                urllib.request.urlopen(f"http://127.0.0.1:{self.port}/not-safe/", timeout=5).close()
                return
            except OSError:
                time.sleep(0.05)
        raise AssertionError("The server does not answer.")

    def kill(self) -> None:
        """Master and workers at once, with no word of warning."""
        if self.process:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()
            self.process = None


class Client:
    """Signed in as the one worker. A connection for each request."""

    def __init__(self, port: int, email: str, password: str) -> None:
        self.port, self.cookies, self.token = port, "", ""
        self._read_token("/sign-in/")
        assert self.post("/sign-in/", {"email": email, "password": password}) == "/"
        self._read_token("/people/new/")

    def _read_token(self, path: str) -> None:
        found = TOKEN.search(self._send("GET", path, "")[1])
        assert found
        self.token = found.group(1)

    def post(self, path: str, fields: dict[str, str]) -> str:
        """Return where the answer leads, or "" where it leads nowhere."""
        return self._send("POST", path, urllib.parse.urlencode({"csrfmiddlewaretoken": self.token, **fields}))[0]

    def save(self, path: str, one: Save) -> None:
        fields = {"words": one.words, "when": "today", "client_key": one.client_key}
        one.acknowledged = bool(REF.fullmatch(self.post(f"{path}conversations/new/", fields)))

    def _send(self, method: str, path: str, body: str) -> tuple[str, str]:
        headers = {"Cookie": self.cookies, "Content-Type": "application/x-www-form-urlencoded"}
        with closing(http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)) as connection:
            connection.request(method, path, body, headers)
            with closing(connection.getresponse()) as answer:
                text = answer.read().decode()
        if path in ("/sign-in/", "/people/new/"):
            now = dict(pair.split("=", 1) for pair in self.cookies.split("; ") if pair)
            new = dict(cookie.split(";", 1)[0].split("=", 1) for cookie in answer.headers.get_all("Set-Cookie") or [])
            self.cookies = "; ".join(f"{name}={value}" for name, value in {**now, **new}.items())
        return answer.headers.get("Location", ""), text
