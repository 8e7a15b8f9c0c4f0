"""Build the front end before the wheel is packed, so that whoever installs it needs no Node. Registered in pyproject.toml."""

import importlib.util
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

ASSETS = Path("src/alongside/foundation/assets/staticfiles.json")


class FrontEnd(BuildHookInterface):  # type: ignore[type-arg]  # its configuration is of no concern here
    """Runs frontend/build.py. An editable install, and a source archive that carries built files, keep those they have."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if version == "editable" and (Path(self.root) / ASSETS).exists():
            return
        spec = importlib.util.spec_from_file_location("frontend_build", Path(self.root) / "frontend" / "build.py")
        assert spec is not None
        assert spec.loader is not None
        build = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(build)
        build.main()
