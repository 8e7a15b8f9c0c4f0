"""Writing and reading a locked file piece by piece: each piece knows its number and whether it is the last.

So a piece that was changed, moved, doubled or left out, and an end that was cut off, are all found. A file of any length needs
the memory of one piece. Source: the age v1 specification (STREAM, after Hoang, Reyhanitabar, Rogaway and Vizár, 2015).
"""

from typing import BinaryIO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

from alongside.core.lock.heading import WORK, Damaged, new_heading, read_heading

PIECE = 64 * 1024  # bytes
TAG = 16  # bytes


class LockedWriter:
    """Takes bytes by `write`. Without `close` the file has no end, and nothing opens it."""

    def __init__(self, sink: BinaryIO, passphrase: str, *, work: int = WORK) -> None:
        heading, key = new_heading(passphrase, work=work)
        self._sink, self._cipher, self._number, self._waiting = sink, ChaCha20Poly1305(key), 0, bytearray()
        sink.write(heading)

    def write(self, data: bytes) -> int:
        self._waiting += data
        while len(self._waiting) > PIECE:  # a whole piece may yet be the last, so it waits
            self._put(bytes(self._waiting[:PIECE]), last=False)
            del self._waiting[:PIECE]
        return len(data)

    def close(self) -> None:
        self._put(bytes(self._waiting), last=True)

    def _put(self, piece: bytes, *, last: bool) -> None:
        self._sink.write(self._cipher.encrypt(_nonce(self._number, last=last), piece, None))
        self._number += 1


class LockedReader:
    """Gives bytes by `read`; what it gives was not changed. Only after `finish` is it known that nothing is missing.

    Raises LockError where the file cannot be opened, and Damaged from `read` and `finish`.
    """

    def __init__(self, source: BinaryIO, passphrase: str) -> None:
        self._source, self._cipher, self._number, self._open = source, ChaCha20Poly1305(read_heading(source, passphrase)), 0, bytearray()
        self._next = source.read(PIECE + TAG)
        self._ended = False

    def read(self, size: int) -> bytes:
        """At most `size` bytes; fewer only at the end."""
        while len(self._open) < size and not self._ended:
            self._open += self._piece()
        given = bytes(self._open[:size])
        del self._open[:size]
        return given

    def finish(self) -> None:
        """Read on to the end, and be sure that it is the end."""
        while not self._ended:
            self._piece()

    def _piece(self) -> bytes:
        sealed, self._next = self._next, self._source.read(PIECE + TAG)
        self._ended = not self._next
        try:
            piece = self._cipher.decrypt(_nonce(self._number, last=self._ended), sealed, None)
        except InvalidTag:
            raise Damaged("is damaged or cut off; use another backup") from None
        if not piece and self._number:
            raise Damaged("is damaged at its end; use another backup")
        self._number += 1
        return piece


def _nonce(number: int, *, last: bool) -> bytes:
    return number.to_bytes(11, "big") + bytes([last])
