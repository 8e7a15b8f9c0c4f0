from django.apps import AppConfig
from django.utils.translation import gettext_noop as _


class RightsConfig(AppConfig):
    name = "alongside.rooms.rights"
    label = "rights"

    def ready(self) -> None:
        from alongside.rooms.people.holdings import Holding, Merge, hold  # noqa: PLC0415 (models load after apps)

        hold(
            Holding("rights.AccessRequest", _("When you asked for everything"), _("When, and when we answered."), stays=True),
            Holding(
                "rights.Pause",
                _("What we asked you first"),
                _("While we waited for you, the clock stood still."),
                Merge.WITH_PARENT,
                stays=True,
            ),
            Holding(
                "rights.Redaction",
                _("What we took out as somebody else’s"),
                _("Where, in the answer you were given."),
                Merge.WITH_PARENT,
                ("passage",),
                stays=True,
            ),
            Holding("rights.Hold", _("Why it is kept longer"), _("A court, an inquiry, or because it is still needed."), stays=True),
            Holding("rights.Complaint", _("What you complained about"), _("In your words, and what we answered."), stays=True),
        )
