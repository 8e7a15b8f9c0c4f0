"""What every team begins with: the purpose, seven principles, and the two rules that never change."""

from django.utils.translation import gettext_lazy as _

PURPOSE = _("Help me take back control of my life, and learn how to use the people around me and my community to do that.")

PRINCIPLES = [
    _("Understand what matters to each person, in their context."),
    _("Decide and share together what to do, so that the person gains control of their way back to a good life."),
    _("Do and record only what creates value."),
    _("Decide on knowledge and evidence, not on opinion or standards."),
    _("Own the whole journey with the person, end to end."),
    _("Work as one team without departmental walls, each strengthening the other."),
    _("Support each other, learn and improve."),
]

TWO_RULES = [
    (_("Stay within the law."), _("Tell law, policy and habit apart: ask what exactly says so. A foolish law is shown up, not broken.")),
    (
        _("Do not make the person’s situation worse."),
        _("Harm has four faces: to the person, to people connected with them, to staff, and harm by not acting."),
    ),
]
