"""The way in for whoever runs an installation.

Exit status 0 on success, 2 on bad usage or input, never a traceback for a user's mistake.
"""

import os
import signal
import sys
import threading
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

import django

from alongside.doors.terminal.parser import parser
from alongside.doors.terminal.refusal import Refusal
from alongside.foundation.installation import OpenToOthers, SettingError


def _come_again(lost: Any) -> None:
    """A stop that came while Python was tidying up an object would be swallowed there, with a traceback: it comes again."""
    if lost.exc_type is KeyboardInterrupt:
        threading.Timer(0.05, os.kill, [os.getpid(), signal.SIGINT]).start()
    else:
        sys.__unraisablehook__(lost)


def main(argv: Sequence[str] | None = None) -> int:
    sys.unraisablehook = _come_again
    os.umask(0o077)  # what is written here is for its owner alone
    options = parser().parse_args(argv)
    if options.dir:
        os.environ["ALONGSIDE_DIR"] = str(Path(options.dir).absolute())
    for variable, value in options.environment.items():
        os.environ.setdefault(variable, value)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "alongside.foundation.settings")
    try:
        if options.has_settings:
            django.setup()
        return int(import_module(options.module).run(options))
    except (Refusal, SettingError) as refusal:
        for line in str(refusal).splitlines():
            print(line if options.bare_faults else f"alongside: {line}", file=sys.stderr)
        return 1 if isinstance(refusal, OpenToOthers) and options.asks_health else 2
    except KeyboardInterrupt:
        print("alongside: stopped; nothing half done was kept.", file=sys.stderr)
        return 130
    except BrokenPipeError:
        return 0
