from django.apps import AppConfig
from django.utils.translation import gettext_noop as _


class JourneysConfig(AppConfig):
    name = "alongside.rooms.journeys"
    label = "journeys"

    def ready(self) -> None:
        from alongside.rooms.people.holdings import Holding, Merge, hold  # noqa: PLC0415 (models load after apps)

        hold(
            Holding(
                "journeys.Journey",
                _("Our time with you"),
                _("How we met, since when, and how it ended."),
                redact=("met_words", "ended_words"),
                stays=True,
            ),
            Holding(
                "journeys.Involvement",
                _("Who is alongside you"),
                _("Who, since when, and that you said yes."),
                Merge.WITH_PARENT,
                stays=True,
            ),
            Holding("journeys.Conversation", _("What was said"), _("Each conversation, in words."), Merge.WITH_PARENT, ("words", "who")),
            Holding(
                "journeys.Matter", _("What matters to you"), _("In your own words, and whether they were read back."), Merge.WITH_PARENT
            ),
            Holding("journeys.Cause", _("What lies behind it"), _("How things came to be as they are."), Merge.WITH_PARENT, ("what",)),
            Holding("journeys.LeadsTo", _("What leads to what"), _("How one thing leads to another."), Merge.WITH_PARENT),
            Holding(
                "journeys.Action",
                _("What we agreed"),
                _("What was thought of and agreed, and who leads it."),
                Merge.WITH_PARENT,
                ("leader_name",),
            ),
            Holding("journeys.Handover", _("Who led what, when"), _("How the lead moved."), Merge.WITH_PARENT, ("was_leader", "leader")),
            Holding(
                "journeys.SharedTalk",
                _("A conversation with more than one of you"),
                _("Kept by whoever wrote it until it is clear whose words go on whose record."),
                Merge.WITH_PARENT,
                ("words",),
            ),
            Holding(
                "journeys.AboutAnother",
                _("What is about somebody else"),
                _("Which of the words are about another than you, and whom."),
                Merge.WITH_PARENT,
                ("passage", "whose"),
            ),
            Holding("journeys.SharedWith", _("Who else was there"), _("That you were there too."), Merge.WITH_PARENT),
            Holding("journeys.CheckIn", _("How in control you feel"), _("What you said of it, over time."), Merge.WITH_PARENT),
        )
