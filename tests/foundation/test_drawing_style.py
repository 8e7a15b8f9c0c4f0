"""The one style that a drawn map needs is allowed by its digest alone, on its own pages alone."""

import hashlib
import re
from base64 import b64encode
from collections.abc import Callable
from pathlib import Path

import pytest
from django.test import Client

import alongside.foundation
from alongside.doors.worker.views.drawing import CYTOSCAPE_STYLE
from tests.conftest import Cast


def test_the_digest_is_that_of_the_librarys_style() -> None:
    (path,) = (Path(alongside.foundation.__file__).parent / "assets").glob("drawing-*.js")
    script = path.read_text()
    (name,) = set(re.findall(r"_{5,}cytoscape_container", script))
    rule = f".{name} {{ position: relative; }}"
    assert " { position: relative; }" in script
    assert f"sha256-{b64encode(hashlib.sha256(rule.encode()).digest()).decode()}" == CYTOSCAPE_STYLE


@pytest.mark.parametrize(("part", "allowed"), [("ties/map/", True), ("causes/map/", True), ("ties/", False), ("", False)])
def test_only_where_a_map_is_drawn(part: str, allowed: bool, cast: Cast, as_: Callable[[str], Client]) -> None:
    policy = as_("maya").get(f"/people/{cast.sam.ref}/{part}").headers["Content-Security-Policy"]
    assert (CYTOSCAPE_STYLE in policy) is allowed
    assert "unsafe" not in policy
