"""What the journal's acts and grounds are called on screen."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

ACTS = {
    "people.person_opened": gettext_lazy("opened their page"),
    "people.story_opened": gettext_lazy("opened the whole story"),
    "people.conversation_opened": gettext_lazy("opened a conversation"),
    "people.person_not_there": gettext_lazy("followed a link that leads to nobody they may see"),
    "people.person_added": gettext_lazy("wrote them down"),
    "people.person_changed": gettext_lazy("changed how to reach them"),
    "finding.passage_opened": gettext_lazy("was shown words of theirs in a search"),
    "finding.searched": gettext_lazy("searched"),
    "sharing.shared_page_opened": gettext_lazy("opened what is shared with them"),
    "sharing.own_page_opened": gettext_lazy("opened their own page"),
    "sharing.glass_broken": gettext_lazy("opened it in an emergency"),
}
GROUNDS = {
    "alongside": gettext_lazy("is alongside"),
    "team": gettext_lazy("is in the team"),
    "named": gettext_lazy("is named"),
    "emergency": gettext_lazy("in an emergency"),
    "shared": gettext_lazy("it is shared with them"),
    "own": gettext_lazy("it is theirs"),
    "information lead": gettext_lazy("looks after the record"),
    "concern": gettext_lazy("a concern was stated"),
}


def in_words(act: str) -> str:
    """An act that has no words of its own is said by its name."""
    if act in ACTS:
        return str(ACTS[act])
    thing = act.split(".", 1)[-1].replace("_", " ")
    return _("opened: %(thing)s") % {"thing": thing.removesuffix(" opened")} if thing.endswith(" opened") else thing


def ground_in_words(ground: str) -> str:
    return str(GROUNDS.get(ground, ground))
