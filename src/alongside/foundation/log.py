"""What goes into the log: where a fault happened and of what kind, never what somebody wrote."""

import logging
import traceback
from datetime import UTC, datetime


class PlainHandler(logging.StreamHandler):  # type: ignore[type-arg]  # a generic class only in the stubs
    """Writes a fault's moment (UTC), type, and the lines of code it passed through; leaves out its text and its request.

    A database error's message may quote the row, a URL may lead to a person, the server quotes a request that it cannot read, and what
    a part of somebody else's may quote is not known: none of them is logged. One line for each, and nothing in it came from outside.
    """

    def format(self, record: logging.LogRecord) -> str:
        when = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
        status = getattr(record, "status_code", "")
        fault = record.exc_info[1] if record.exc_info else None
        frames = traceback.extract_tb(fault.__traceback__) if fault else []
        trail = " < ".join(f"{frame.name}:{frame.lineno}" for frame in reversed(frames[-6:]))
        trail = trail or ("" if status else f"{record.module}:{record.lineno}")  # a page's refusal is written by one line for all
        kind = type(fault).__name__ if fault else ""
        return " ".join(str(part) for part in (when, record.levelname, record.name, status, kind, trail) if part)
