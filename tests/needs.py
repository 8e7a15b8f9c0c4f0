"""See to what some tests need of the machine.

With CI=true what is missing is installed, or the run fails; elsewhere a line says what is left out.

Run: python tests/needs.py browser postgresql
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

PACKAGES = {"browser": ["chromium"], "postgresql": ["postgresql"]}


def chromium() -> str | None:
    return shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


def postgresql() -> Path | None:
    """The folder of the newest PostgreSQL server's programs, 15 or later."""
    folders = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda folder: int(folder.parent.name))
    found = [folder for folder in folders if int(folder.parent.name) >= 15 and (folder / "initdb").exists()]
    return found[-1] if found else None


def there(need: str) -> bool:
    return bool(chromium()) if need == "browser" else bool(postgresql())


def install(need: str) -> None:
    for command in (["apt-get", "update", "-qq"], ["apt-get", "install", "-y", "-qq", *PACKAGES[need]]):
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"})


def main(needs: list[str]) -> int:
    for need in needs:
        if there(need):
            continue
        if os.environ.get("CI") != "true":
            print(f"Left out: the tests that need a {need}. Install {' '.join(PACKAGES[need])} to run them.")
            continue
        install(need)
        if not there(need):
            print(f"A {need} is needed and could not be installed.", file=sys.stderr)
            return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
