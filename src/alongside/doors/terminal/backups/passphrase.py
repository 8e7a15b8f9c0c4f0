"""The passphrase of a backup: from the environment or asked for, never typed as part of a command, where others can see it."""

import getpass
import os
import sys

from alongside.doors.terminal.refusal import Refusal

VARIABLE = "ALONGSIDE_BACKUP_PASSPHRASE"
SHORTEST = 12  # characters


def passphrase(*, new: bool) -> str:
    """Raises Refusal where there is none or, for a new backup, where it is too short or simple."""
    given = os.environ.get(VARIABLE)
    if given is None and not sys.stdin.isatty():
        raise Refusal(f"{VARIABLE} is not set, and there is no terminal to ask at. Set it to the backup's passphrase.")
    phrase = given if given is not None else getpass.getpass("Passphrase of the backup: ")
    if not new:
        return phrase
    if len(phrase) < SHORTEST or len(set(phrase)) < SHORTEST // 2:
        raise Refusal(
            f"{VARIABLE}: is too short or too simple. Four words that do not belong together are good; {SHORTEST} characters at least."
        )
    if given is None and phrase != getpass.getpass("Again: "):
        raise Refusal("The two are not the same. Nothing was written.")
    return phrase
