from django.apps import AppConfig
from django.utils.translation import gettext_noop as _


class FindingConfig(AppConfig):
    name = "alongside.rooms.finding"
    label = "finding"

    def ready(self) -> None:
        from alongside.rooms.people.holdings import Holding, hold  # noqa: PLC0415 (models load after apps)

        hold(Holding("finding.RingRequest", _("Who asked to be rung about you"), _("A colleague who was with you, and whether we rang.")))
