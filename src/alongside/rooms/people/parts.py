"""The parts of a story that can be shared one by one. Every noun of a person names its part, or none: then it is never shared."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Part(models.TextChoices):
    """In the order in which a page shows them."""

    MATTERS = "matters", _("what matters")
    TALKS = "talks", _("what was said")
    PEOPLE = "people", _("the people in their life")
    BEHIND = "behind", _("what lies behind it, and the life line")
    AGREED = "agreed", _("what was agreed")
    CONTROL = "control", _("how in control they feel")
    REACH = "reach", _("how to reach them")
