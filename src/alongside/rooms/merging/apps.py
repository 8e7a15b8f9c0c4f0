from django.apps import AppConfig
from django.utils.translation import gettext_noop as _


class MergingConfig(AppConfig):
    name = "alongside.rooms.merging"
    label = "merging"

    def ready(self) -> None:
        from alongside.rooms.people.holdings import Holding, Merge, hold  # noqa: PLC0415 (models load after apps)

        hold(
            Holding(
                "merging.Merging",
                _("Records put together"),
                _("That two records turned out to be yours, who saw it, and what it takes to part them again."),
                Merge.STAY,
            )
        )
