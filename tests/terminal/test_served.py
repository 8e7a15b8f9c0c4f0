"""What the real server makes of requests that no browser sends. Slow: a server is started."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.postgresql import free_port

pytestmark = [pytest.mark.slow, pytest.mark.skipif("DATABASE_URL" in os.environ, reason="the database has no part in it")]
REF = b"k7m29xqa4t2b"


class Served:
    def __init__(self, port: int, log: Path) -> None:
        self.port, self.log = port, log

    def answer(self, *lines: bytes) -> bytes:
        """What comes back, all of it, for a request sent as it stands."""
        with socket.create_connection(("127.0.0.1", self.port), timeout=10) as sent:
            sent.sendall(b"\r\n".join(lines))
            sent.shutdown(socket.SHUT_WR)
            return b"".join(iter(lambda: sent.recv(65536), b""))


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    folder = tmp_path_factory.mktemp("served")
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("ALONGSIDE", "DJANGO"))}
    environment = {**clean, "ALONGSIDE_DIR": str(folder / "place"), "ALONGSIDE_PLAIN_HTTP": "1"}
    command = [sys.executable, "-m", "alongside"]
    subprocess.run([*command, "migrate"], env=environment, check=True, stdout=subprocess.DEVNULL)
    port = free_port()
    with (folder / "log").open("w") as log:
        process = subprocess.Popen([*command, "serve", "--port", str(port)], env=environment, stderr=log)
        try:
            for _ in range(300):
                try:
                    socket.create_connection(("127.0.0.1", port), timeout=1).close()
                    break
                except OSError:
                    time.sleep(0.05)
            yield Served(port, folder / "log")
        finally:
            process.terminate()
            process.wait()


PATH = b"/people/" + REF + b"/"
HOST = b"Host: localhost"


@pytest.mark.parametrize(
    "lines",
    [
        [
            b"POST " + PATH + b" HTTP/1.1",
            HOST,
            b"Content-Length: 4",
            b"Transfer-Encoding: chunked",
            b"",
            b"0",
            b"",
            b"GET / HTTP/1.1",
            b"",
            b"",
        ],
        [b"POST " + PATH + b" HTTP/1.1", HOST, b"Content-Length: 4", b"Content-Length: 5", b"", b"abcde"],
        [b"POST " + PATH + b" HTTP/1.1", HOST, b"Transfer-Encoding: xchunked", b"", b"0", b"", b""],
        [b"GET " + PATH + b"a b HTTP/1.1", HOST, b"", b""],
        [b"GET " + PATH + b" HTTP/1.1", HOST, b"X y: 1", b"", b""],
        [b"GET " + PATH + REF * 400 + b" HTTP/1.1", HOST, b"", b""],
    ],
    ids=["two lengths", "the same twice", "an unknown coding", "a space", "a header that is none", "a long line"],
)
def test_what_can_be_read_in_two_ways_is_refused(lines: list[bytes], served: Served) -> None:
    answer = served.answer(*lines)
    assert answer.startswith((b"HTTP/1.1 400", b"HTTP/1.1 414", b"HTTP/1.1 501"))
    assert answer.count(b"Connection: close") == 1, "nothing smuggled in is answered"
    assert REF not in answer


def test_nothing_of_it_stands_in_the_log(served: Served) -> None:
    served.answer(b"GET " + PATH + b"a b HTTP/1.1", HOST, b"", b"")
    served.answer(b"GET " + PATH + b"none HTTP/1.1", HOST, b"", b"")
    told = served.log.read_bytes()
    assert REF not in told
    assert b"people" not in told


@pytest.mark.parametrize("method", [b"TRACE", b"CONNECT", b"PROPFIND"])
def test_no_method_is_answered_that_no_page_takes(method: bytes, served: Served) -> None:
    answer = served.answer(method + b" /sign-in/ HTTP/1.1", HOST, b"Connection: close", b"", b"")
    assert answer.split(b" ")[1] in (b"400", b"403", b"405", b"501")


def test_it_does_not_say_what_version_it_is(served: Served) -> None:
    answer = served.answer(b"GET /sign-in/ HTTP/1.1", HOST, b"Connection: close", b"", b"")
    heading = answer.split(b"\r\n\r\n")[0].lower()
    assert answer.startswith(b"HTTP/1.1 200")
    assert not [
        line
        for line in heading.split(b"\r\n")
        if line.startswith((b"server", b"x-powered-by")) and any(48 <= letter < 58 for letter in line)
    ]
