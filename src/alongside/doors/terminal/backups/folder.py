"""An installation's folder: what of it goes into a backup, and how its contents are exchanged for another's."""

import os
import shutil
import signal
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from alongside.doors.terminal.refusal import Refusal

DATABASE = "alongside.sqlite3"
AT_WORK = ".at-work-"
ASIDE = "before-restore-"
STOPS = (signal.SIGINT, signal.SIGTERM)
PASSING = (".new", "-wal", "-shm", "-journal")  # endings of what is there for a moment


@contextmanager
def work_folder(within: Path) -> Iterator[Path]:
    """A folder for what is half done, on the same disk, gone afterwards; one that a kill left behind goes too."""
    _take_away(within)
    try:
        yield Path(tempfile.mkdtemp(prefix=AT_WORK, dir=within))
    finally:
        _take_away(within)


def _take_away(within: Path) -> None:
    for left in within.glob(f"{AT_WORK}*"):
        shutil.rmtree(left, ignore_errors=True)


def files_of(folder: Path) -> Iterator[Path]:
    """What a backup takes besides the database: every plain file that is not there for a moment only, nor laid aside by a restore."""
    for path in sorted(folder.rglob("*")):
        first = path.relative_to(folder).parts[0]
        if first.startswith((AT_WORK, ASIDE, DATABASE)) or path.name.endswith(PASSING):
            continue
        if path.is_file() and not path.is_symlink():
            yield path


def exchange(folder: Path, for_: Path, *, aside: str) -> Path | None:
    """Put what lies in `for_` into `folder`; return where what was there lies now, or None where nothing was.

    The database goes first and comes last: should the machine stop in between, there is none, and a restore can be begun again.
    On a fault everything goes back to where it was.
    """
    came = sorted(for_.iterdir(), key=lambda path: path.name == DATABASE)
    was = sorted(
        (path for path in folder.iterdir() if not path.name.startswith((AT_WORK, ASIDE))),
        key=lambda path: path.name != DATABASE,
    )
    kept = folder / f"{ASIDE}{aside}"
    moves = [(path, kept / path.name) for path in was] + [(path, folder / path.name) for path in came]
    with _undisturbed():
        if was:
            kept.mkdir(mode=0o700)
        _move(moves)
        for stop in STOPS:
            signal.signal(stop, signal.SIG_IGN)  # it is done: there is nothing left to stop
    return kept if was else None


def _move(moves: list[tuple[Path, Path]]) -> None:
    done: list[tuple[Path, Path]] = []
    try:
        for source, target in moves:
            os.rename(source, target)
            done.append((source, target))
    except OSError as fault:
        for source, target in reversed(done):
            os.rename(target, source)
        raise Refusal(f"The files could not be put in their place ({fault.strerror}). Nothing was changed.") from fault


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Some renamings, which take no time: whoever wants to stop it waits for them."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, STOPS)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
