"""What the figures were taken on: processor, cores, memory, versions."""

import os
import platform
import re
import subprocess
from datetime import date
from pathlib import Path

import django
import gunicorn

from alongside.foundation.sqlite import swap_in


def machine() -> str:
    processor = re.search(r"model name\s*:\s*(.+)", Path("/proc/cpuinfo").read_text())
    memory = re.search(r"MemTotal:\s*(\d+)", Path("/proc/meminfo").read_text())
    gigabytes = int(memory.group(1)) // 1024**2 if memory else 0
    return f"{os.cpu_count()} cores ({processor.group(1) if processor else 'unknown'}), {gigabytes} GB of memory"


def versions(postgresql: Path | None) -> str:
    swap_in()
    import sqlite3  # noqa: PLC0415 (the one that the swap has put there)

    said = [
        f"Python {platform.python_version()}",
        f"Django {django.__version__}",
        f"gunicorn {gunicorn.__version__}",
        f"SQLite {sqlite3.sqlite_version}",
    ]
    if postgresql:
        told = subprocess.run([postgresql / "postgres", "--version"], check=True, capture_output=True, text=True).stdout
        said.append(f"PostgreSQL {told.split()[2]}")
    return ", ".join(said)


def when() -> str:
    load = os.getloadavg()[0]
    return f"{date.today().day} {date.today():%B %Y}, load average {load:.1f} at the start"
