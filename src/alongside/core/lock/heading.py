"""The heading of a locked file: how the passphrase becomes a key, and a seal over all that the heading says.

Source: the age v1 specification, with its scrypt stanza alone.
"""

import base64
import binascii
import hmac
import re
import secrets
from typing import BinaryIO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

VERSION = b"age-encryption.org/v1"
SALT_LABEL = b"age-encryption.org/v1/scrypt"
WORK = 17  # binary logarithm of scrypt's N: 128 MiB and about 0.4 s for each guess, as OWASP advises
MOST_WORK = 20  # 1 GiB: a heading that asks for more is not obeyed
FILE_KEY_BYTES, SALT_BYTES, NONCE_BYTES = 16, 16, 16
LONGEST_LINE = 100  # bytes
ONCE = bytes(12)  # the nonce of a key that locks one thing only
STANZA = re.compile(rb"-> scrypt ([A-Za-z0-9+/]{22}) ([1-9][0-9]?)")


class LockError(Exception):
    """The file cannot be opened; the message says why in words."""


class NoLockedFile(LockError):
    """It is not a file that was locked here, or its heading is damaged."""


class WrongPassphrase(LockError):
    pass


class Damaged(LockError):
    """Something in it was changed, moved or cut off."""


def new_heading(passphrase: str, *, work: int = WORK) -> tuple[bytes, bytes]:
    """Return a heading and the key of what follows it. work: binary logarithm of scrypt's N."""
    file_key, salt, nonce = secrets.token_bytes(FILE_KEY_BYTES), secrets.token_bytes(SALT_BYTES), secrets.token_bytes(NONCE_BYTES)
    wrapped = ChaCha20Poly1305(_stretched(passphrase, salt, work)).encrypt(ONCE, file_key, None)
    sealed = b"\n".join([VERSION, b"-> scrypt %s %d" % (_written(salt), work), _written(wrapped), b"---"])
    heading = sealed + b" " + _written(_seal(file_key, sealed)) + b"\n" + nonce
    return heading, _derived(file_key, salt=nonce, info=b"payload")


def read_heading(source: BinaryIO, passphrase: str) -> bytes:
    """Read a heading from `source`; return the key of what follows it.

    Raises NoLockedFile, WrongPassphrase, or Damaged where the heading does not agree with itself.
    """
    version, stanza, wrapped, end = (_line(source) for _ in range(4))
    found = STANZA.fullmatch(stanza)
    if version != VERSION or not found or not end.startswith(b"--- "):
        raise NoLockedFile("is no backup of Alongside's, or its beginning is damaged")
    work = int(found.group(2))
    if work > MOST_WORK:
        raise NoLockedFile("asks for more work than any backup of Alongside's; its beginning is damaged")
    key = _stretched(passphrase, _read(found.group(1)), work)
    try:
        file_key = ChaCha20Poly1305(key).decrypt(ONCE, _read(wrapped), None)
    except InvalidTag:
        raise WrongPassphrase("does not open with this passphrase, or its beginning is damaged") from None
    sealed = b"\n".join([version, stanza, wrapped, b"---"])
    nonce = source.read(NONCE_BYTES)
    if not hmac.compare_digest(_seal(file_key, sealed), _read(end[4:])) or len(nonce) != NONCE_BYTES:
        raise Damaged("is damaged at its beginning")
    return _derived(file_key, salt=nonce, info=b"payload")


def _line(source: BinaryIO) -> bytes:
    line = source.readline(LONGEST_LINE)
    return line[:-1] if line.endswith(b"\n") else b""


def _written(raw: bytes) -> bytes:
    return base64.b64encode(raw).rstrip(b"=")


def _read(text: bytes) -> bytes:
    """Decode; text that could also have been written another way is refused, so that no bit of a file is without meaning."""
    try:
        raw = base64.b64decode(text + b"=" * (-len(text) % 4), validate=True)
    except binascii.Error:
        raw = b""
    if not raw or _written(raw) != text:
        raise NoLockedFile("is no backup of Alongside's, or its beginning is damaged")
    return raw


def _stretched(passphrase: str, salt: bytes, work: int) -> bytes:
    return Scrypt(salt=SALT_LABEL + salt, length=32, n=1 << work, r=8, p=1).derive(passphrase.encode())


def _derived(key: bytes, *, salt: bytes, info: bytes) -> bytes:
    return HKDF(SHA256(), length=32, salt=salt, info=info).derive(key)


def _seal(file_key: bytes, sealed: bytes) -> bytes:
    return hmac.digest(_derived(file_key, salt=b"", info=b"header"), sealed, "sha256")
