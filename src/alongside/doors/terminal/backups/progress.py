"""How far long work has come, for whoever watches it at a terminal."""

import signal
import sys

MEGABYTE = 1024 * 1024


def can_be_stopped() -> None:
    """A polite kill tidies up as Ctrl-C does."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)


def copied(left: int, of: int) -> None:
    """Pages of the database."""
    _tell(f"The database: {100 * (of - left) // max(of, 1)} per cent", last=not left)


def written(count: int) -> None:
    """Bytes of the file."""
    _tell(f"{count // MEGABYTE:,} MB", last=False)


def ended() -> None:
    _tell("", last=True)


def _tell(text: str, *, last: bool) -> None:
    if sys.stderr.isatty():
        print(f"\r{text:<40}", end="\n" if last else "", file=sys.stderr, flush=True)
