"""What goes into the log: where a fault happened and of what kind, never what somebody wrote."""

import logging
import traceback


class PlainHandler(logging.StreamHandler):  # type: ignore[type-arg]  # a generic class only in the stubs
    """Writes a fault's type and the lines of code it passed through; leaves out its text and its request.

    A database error's message may quote the row, a URL may lead to a person, and the server quotes a request that it cannot read:
    none of them is logged.
    """

    def format(self, record: logging.LogRecord) -> str:
        if not record.name.startswith(("django", "gunicorn")):
            return super().format(record)
        status = getattr(record, "status_code", "")
        fault = record.exc_info[1] if record.exc_info else None
        frames = traceback.extract_tb(fault.__traceback__) if fault else []
        trail = " < ".join(f"{frame.name}:{frame.lineno}" for frame in reversed(frames[-6:]))
        kind = type(fault).__name__ if fault else ""
        trail = trail or f"{record.module}:{record.lineno}"
        return " ".join(str(part) for part in (self._when(record), record.levelname, record.name, status, kind, trail) if part)

    def _when(self, record: logging.LogRecord) -> str:
        return logging.Formatter().formatTime(record)
