from collections.abc import Iterator
from pathlib import Path

import pytest
from django.test import override_settings

from alongside.rooms.teams.models import Team
from tests.rooms.arrivals.place import make_hub


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path) -> Iterator[None]:
    """The lock lies in the installation's folder; two tests at once must not share it."""
    with override_settings(INSTALLATION=tmp_path):
        yield


@pytest.fixture
def hub(db: None) -> Team:
    return make_hub()
