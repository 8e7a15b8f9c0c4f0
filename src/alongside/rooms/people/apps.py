from django.apps import AppConfig
from django.utils.translation import gettext_noop as _


class PeopleConfig(AppConfig):
    name = "alongside.rooms.people"
    label = "people"

    def ready(self) -> None:
        from alongside.rooms.people.holdings import Holding, Merge, hold  # noqa: PLC0415 (models load after apps)

        hold(
            Holding(
                "people.Person",
                _("Who you are"),
                _("Your name, how to reach you, and what to think of when we meet."),
                Merge.COMPARE,
                ("safety_note",),
            ),
            Holding(
                "people.Tie",
                _("The people in your life"),
                _("Who is around you, and how strong that is."),
                redact=("name", "relation"),
                mentions=("other",),
            ),
            Holding("people.KeptMap", _("Maps kept as they were"), _("How a map stood on one day."), redact=("content", "word")),
            Holding("people.LifeEvent", _("Your life line"), _("What happened, and when."), redact=("what",)),
            Holding("people.Identifier", _("References"), _("How our own list knows you.")),
            Holding(
                "people.FindingKey",
                _("How we find you"),
                _("Marks made from your name, so that no slip of the pen hides you."),
                Merge.DERIVED,
            ),
        )
