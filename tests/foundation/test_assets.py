"""What the front-end build leaves: all of it served under hashed names, small, calling no other host, with its licences."""

import json
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
FOUNDATION = ROOT / "src" / "alongside" / "foundation"
ASSETS = FOUNDATION / "assets"
FIRST_VISIT = ["app.css", "app.js"]
FIRST_FACES = [
    "atkinson-hyperlegible-latin-400-normal.woff2",
    "atkinson-hyperlegible-latin-700-normal.woff2",
    "literata-latin-400-normal.woff2",
]


@pytest.fixture(scope="module")
def paths() -> dict[str, str]:
    manifest = ASSETS / "staticfiles.json"
    assert manifest.exists(), "The front end is not built. Run: python frontend/build.py"
    kept: dict[str, str] = json.loads(manifest.read_text())["paths"]
    return kept


def test_every_name_in_the_manifest_is_a_file_with_a_hash_in_its_name(paths: dict[str, str]) -> None:
    for hashed in paths.values():
        assert (ASSETS / hashed).is_file()
        assert re.fullmatch(r".+-[0-9A-Z]{8}\.[a-z0-9]+", hashed)


def test_no_file_lies_there_that_the_manifest_does_not_name(paths: dict[str, str]) -> None:
    named = set(paths.values())
    stray = {file.name for file in ASSETS.iterdir()} - named - {f"{name}{end}" for name in named for end in (".br", ".gz")}
    assert stray == {"staticfiles.json"}


def test_text_is_kept_compressed_beside_itself(paths: dict[str, str]) -> None:
    for hashed in paths.values():
        if not hashed.endswith(".woff2"):
            assert (ASSETS / f"{hashed}.br").is_file()
            assert (ASSETS / f"{hashed}.gz").is_file()


def test_a_first_visit_costs_less_than_eighty_kilobytes(paths: dict[str, str]) -> None:
    files = [f"{paths[name]}.br" for name in FIRST_VISIT] + [paths[name] for name in FIRST_FACES]
    assert sum((ASSETS / name).stat().st_size for name in files) < 80_000
    assert (ASSETS / f"{paths['app.js']}.br").stat().st_size < 8_000


def test_the_style_sheet_asks_for_nothing_that_is_not_here(paths: dict[str, str]) -> None:
    css = (ASSETS / paths["app.css"]).read_text()
    asked = re.findall(r"url\(\"?([^)\"]+)\"?\)", css)
    assert asked
    for address in asked:
        assert (ASSETS / address).is_file(), address


def test_the_face_and_crest_of_central_government_are_not_in_it(paths: dict[str, str]) -> None:
    css = (ASSETS / paths["app.css"]).read_text()
    assert "GDS Transport" not in css
    assert "crest" not in css


def test_the_licence_of_everything_bundled_is_gathered() -> None:
    notices = (FOUNDATION / "THIRD_PARTY.txt").read_text()
    for package in ("govuk-frontend", "@fontsource/atkinson-hyperlegible", "@fontsource/literata"):
        assert f"\n{package} " in notices
    assert "SIL OPEN FONT LICENSE" in notices
    assert "Crown copyright" in notices
