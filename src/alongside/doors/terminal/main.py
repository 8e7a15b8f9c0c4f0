"""The way in for whoever runs an installation.

Exit status 0 on success, 2 on bad usage or input, never a traceback for a user's mistake.
"""

import os
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

import django

from alongside.doors.terminal.parser import parser
from alongside.doors.terminal.refusal import Refusal
from alongside.foundation.installation import OpenToOthers, SettingError


def main(argv: Sequence[str] | None = None) -> int:
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
