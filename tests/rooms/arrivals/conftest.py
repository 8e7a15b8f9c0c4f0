from pathlib import Path

import pytest
from pytest_django.fixtures import SettingsWrapper

from alongside.rooms.teams.models import Team
from tests.rooms.arrivals.place import make_hub


@pytest.fixture(autouse=True)
def _own_folder(settings: SettingsWrapper, tmp_path: Path) -> None:
    """The lock lies in the installation's folder; two tests at once must not share it."""
    settings.INSTALLATION = tmp_path


@pytest.fixture
def hub(db: None) -> Team:
    return make_hub()
