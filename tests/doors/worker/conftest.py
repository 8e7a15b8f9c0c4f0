from collections.abc import Iterator
from pathlib import Path

import pytest
from django.test import override_settings

from alongside.rooms.teams.models import Team
from tests.rooms.arrivals.place import make_hub


@pytest.fixture
def hub(db: None, tmp_path: Path) -> Iterator[Team]:
    """A hub whose uploads and lock lie in a folder of the test's own, over plain http."""
    with override_settings(INSTALLATION=tmp_path, SECURE_SSL_REDIRECT=False):
        yield make_hub()
