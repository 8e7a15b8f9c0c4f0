"""Settings with a stand-in for the act that erases, which is yet to be built."""

from alongside.foundation.settings import *  # noqa: F403

ERASE = "tests.terminal.erasing.erase"


def erase(ref: str) -> None:
    from alongside.rooms.teams.models import Place  # noqa: PLC0415 (models load after settings)

    label, name = ref.split(":")
    assert label == "teams.place"
    Place.objects.filter(name=name).update(name="")
