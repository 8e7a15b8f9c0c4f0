"""The production server: gunicorn, and in each worker a thread that seals the journal every minute."""

import os
import socket
import threading
import time
from argparse import Namespace
from typing import Any

from django.core.management import call_command
from django.db import DatabaseError, connection
from gunicorn.app.base import BaseApplication
from gunicorn.glogging import Logger

from alongside.doors.terminal.refusal import Refusal
from alongside.foundation.log import PlainHandler
from alongside.foundation.wsgi import application
from alongside.rooms.journal.acts import seal_entries, take_in_spool
from alongside.rooms.journal.acts.seal import JournalBroken

SEAL_EVERY = 60  # seconds


class Server(BaseApplication):  # type: ignore[misc]  # gunicorn ships no types
    """Gunicorn with our settings instead of its files and flags."""

    def __init__(self, **chosen: Any) -> None:
        self.chosen = chosen
        super().__init__()

    def load_config(self) -> None:
        for name, value in self.chosen.items():
            self.cfg.set(name, value)

    def load(self) -> Any:
        return application


class PlainLogger(Logger):  # type: ignore[misc]  # gunicorn ships no types
    """Gunicorn's own lines quote requests; written as ours are, they do not."""

    def setup(self, cfg: Any) -> None:
        super().setup(cfg)
        self.error_log.handlers = [PlainHandler()]


def _seal_for_ever(worker: Any) -> None:
    def seal() -> None:
        while True:
            time.sleep(SEAL_EVERY)
            try:
                take_in_spool()
                seal_entries()
            except (JournalBroken, DatabaseError, OSError) as fault:
                worker.log.error("The journal was not sealed: %s", type(fault).__name__)
            finally:
                connection.close()

    threading.Thread(target=seal, daemon=True, name="sealer").start()


def _must_be_free(address: str, port: int) -> None:
    try:
        socket.create_server((address, port)).close()
    except OSError as fault:
        raise Refusal(
            f"Port {port} on {address} cannot be used ({fault.strerror}). Stop what uses it, or choose another with --port."
        ) from fault


def run(options: Namespace) -> int:
    """Serve, until stopped."""
    try:
        call_command("migrate", check_unapplied=True, verbosity=0)
    except SystemExit:
        raise Refusal("The database is not at this version. Run alongside migrate first.") from None
    connection.close()
    _must_be_free(getattr(options, "bind", "127.0.0.1"), options.port)
    sqlite = connection.vendor == "sqlite"
    Server(
        bind=f"{getattr(options, 'bind', '127.0.0.1')}:{options.port}",
        workers=getattr(options, "workers", None) or (1 if sqlite else os.cpu_count() or 1),
        threads=getattr(options, "threads", 8),
        worker_class="gthread",
        post_worker_init=_seal_for_ever,
        worker_tmp_dir=None,
        accesslog=None,  # URLs lead to people
        logger_class=PlainLogger,
        loglevel="warning",
        control_socket_disable=True,
        timeout=60,
        limit_request_line=4094,
    ).run()
    return 0
