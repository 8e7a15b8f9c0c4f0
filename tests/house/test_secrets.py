"""What could open something is kept as a digest, compared in constant time, and drawn by a generator that cannot be foretold."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src" / "alongside"
PYTHON = [path for path in SOURCE.rglob("*.py") if "migrations" not in path.parts]
OPENS = re.compile(r"(token|secret|code|key|password|passphrase|device|nonce|digest)(_|$)")
HASHED = re.compile(r"_digest$|^digest$")

NO_SECRET = {  # a column whose name sounds like one: why it may stand there as it is
    "accounts.Account.password": "hashed and salted by the framework's hasher",
    "accounts.DeviceKey.key": "given to whoever is signed in, to seal words on their device; what opens it is the session",
    "accounts.DeviceKey.device": "names a device; without its account's session it opens nothing",
    "people.FindingKey.key": "a mark made from a name",
    "sharing.PersonLink.code_by": "which way a code travels",
    "sharing.PersonLink.code_to": "where a code travels to",
    "sessions.Session.session_key": "a digest: tests/foundation/test_sessions.py",
}


def named(path: Path) -> str:
    return str(path.relative_to(ROOT))


def fields() -> Iterator[str]:
    ours = [model for model in apps.get_models() if model.__module__.startswith("alongside") or model._meta.label == "sessions.Session"]
    for model in ours:
        yield from (f"{model._meta.label}.{field.name}" for field in model._meta.concrete_fields if OPENS.search(field.name))


@pytest.mark.parametrize("field", list(fields()))
def test_a_column_that_sounds_like_a_secret_is_a_digest_or_says_why_not(field: str) -> None:
    name = field.rsplit(".", 1)[1]
    assert HASHED.search(name) or name in ("client_key", "postcode") or field in NO_SECRET, (
        "keep a digest of it, or say here why it opens nothing"
    )


def comparisons(path: Path) -> Iterator[str]:
    """Each comparison for equality in which something is called a token, a secret, a digest and so on."""
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Compare) and any(isinstance(op, ast.Eq | ast.NotEq) for op in node.ops):
            names = {getattr(part, "attr", getattr(part, "id", "")) for side in [node.left, *node.comparators] for part in ast.walk(side)}
            if names & {
                "token",
                "secret",
                "passphrase",
                "phrase",
                "digest",
                "signature",
                "seal",
                "SECRET_KEY",
                "JOURNAL_KEY",
                "session_key",
            }:
                yield ast.unparse(node)


COMPARED = {  # neither side comes from outside
    "(last.number, last.digest) != (number, digest)",
    "seal.number != number",
    "len(entries) != seal.count",
    "phrase != getpass.getpass('Again: ')",
    "head[1] != digest",
}


@pytest.mark.parametrize("path", PYTHON, ids=named)
def test_no_secret_is_compared_letter_by_letter(path: Path) -> None:
    assert set(comparisons(path)) <= COMPARED, "use hmac.compare_digest"


@pytest.mark.parametrize("path", PYTHON, ids=named)
def test_chance_and_digests_are_the_strong_ones(path: Path) -> None:
    """`random` can be foretold; the example place is to be, for it is drawn from a seed."""
    imported = set()
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            imported |= {name.name for name in node.names}
        elif isinstance(node, ast.ImportFrom):
            imported |= {node.module} | {f"{node.module}.{name.name}" for name in node.names}
    if "example" not in path.parts:
        assert not imported & {"random", "uuid.uuid1"}
    assert not re.search(r"\b(md5|sha1)\b", path.read_text(), re.IGNORECASE)
    assert not imported & {"pickle", "marshal", "shelve", "xml", "xml.etree"}


def test_passwords_are_hashed_by_the_frameworks_first_choice() -> None:
    """The tests use a cheap one; the house's settings name none, so the framework's list holds."""
    assert "PASSWORD_HASHERS" not in (SOURCE / "foundation" / "settings.py").read_text()
    assert settings.SESSION_ENGINE == "alongside.foundation.sessions"


@pytest.mark.parametrize("path", [path for path in PYTHON if "set_cookie(" in path.read_text()], ids=named)
def test_a_cookie_is_named_so_that_only_this_host_can_set_it(path: Path) -> None:
    assert "COOKIE_PREFIX" in path.read_text()
