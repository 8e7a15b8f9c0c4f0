from django.apps import AppConfig
from django.utils.translation import gettext_noop as _


class SharingConfig(AppConfig):
    name = "alongside.rooms.sharing"
    label = "sharing"

    def ready(self) -> None:
        from alongside.rooms.people.holdings import Holding, Merge, hold  # noqa: PLC0415 (models load after apps)

        hold(
            Holding("sharing.Agreement", _("What you share, and with whom"), _("Your permission, and when you took it back."), stays=True),
            Holding("sharing.AgreedPart", _("Which parts you share"), _("Part by part."), Merge.WITH_PARENT, stays=True),
            Holding(
                "sharing.Telling",
                _("Whom we told"),
                _("When we had to tell someone about you, or decided not to, and why."),
                redact=("because", "said", "came_back", "whom"),
            ),
            Holding("sharing.ToldPart", _("Which parts they saw"), _("Part by part."), Merge.WITH_PARENT),
            Holding("sharing.Objection", _("What you objected to"), _("In your words, and what we answered."), Merge.WITH_PARENT),
            Holding(
                "sharing.KeepingTold", _("When we told you what we keep"), _("How and when you were told what is kept and why."), stays=True
            ),
            Holding(
                "sharing.Cleared",
                _("Which conversations are on your page"),
                _("That nobody else’s private matters are in them."),
                Merge.WITH_PARENT,
            ),
            Holding("sharing.Named", _("Who may open your story"), _("Where it is open to few people only."), stays=True),
            Holding(
                "sharing.BreakGlass",
                _("When your story was opened in an emergency"),
                _("By whom, why, and until when."),
                redact=("reason",),
            ),
            Holding("sharing.Withholding", _("What is not on your page"), _("What you or we kept off it, and why."), redact=("reason",)),
            Holding("sharing.Disagreement", _("What you see differently"), _("Your own words beside ours.")),
            Holding("sharing.PersonLink", _("Your own page"), _("The links to it, and when they ended."), Merge.STAY),
            Holding("sharing.DoorCode", _("Codes for your page"), _("When one was sent, and whether it was used."), Merge.STAY),
            Holding("sharing.Sitting", _("When your page was open"), _("Since when, and until when."), Merge.STAY),
            Holding("sharing.Trusted", _("Whom you let in"), _("Someone you trust, and what they may see."), Merge.STAY),
            Holding("sharing.LifePicture", _("Your life picture"), _("How you saw your life on one day."), stays=True),
            Holding(
                "sharing.LifeArea",
                _("What is in your life picture"),
                _("Each area, and your own place in it."),
                Merge.WITH_PARENT,
                stays=True,
            ),
            Holding("sharing.RingMe", _("When you asked us to ring"), _("When, and whether we rang."), stays=True),
            Holding("sharing.Asked", _("What you asked us to put right"), _("In your words, and what we answered."), stays=True),
            Holding("sharing.TrustedPart", _("What they may see"), _("Part by part."), Merge.STAY),
        )
