"""Ctrl-C is heard whenever it comes."""

import subprocess
import sys

SWALLOWED = """
import sys, time, weakref
from alongside.doors.terminal import main
sys.unraisablehook = main._come_again

class Thing: pass

def tidying(_): raise KeyboardInterrupt

thing = Thing()
seen = weakref.ref(thing, tidying)
try:
    del thing
    time.sleep(5)
except KeyboardInterrupt:
    sys.exit(130)
"""


def test_a_stop_that_comes_while_an_object_is_tidied_up_is_not_lost() -> None:
    done = subprocess.run([sys.executable, "-c", SWALLOWED], capture_output=True, text=True, timeout=20)
    assert (done.returncode, done.stderr) == (130, "")
