from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from alongside.core.why import learning
from alongside.rooms.accounts.models import AuthoredByThemToo
from alongside.rooms.journeys.models.conversation import Conversation
from alongside.rooms.journeys.models.journey import Journey
from alongside.rooms.people.gate import OfPersonQuerySet
from alongside.rooms.people.parts import Part


class CheckIn(AuthoredByThemToo):
    """How in control the person feels: in words, as weather, or by a number if they like one."""

    class Weather(models.TextChoices):
        STORM = "storm", _("storm")
        RAIN = "rain", _("rain")
        CLOUD = "cloud", _("cloud")
        BRIGHTER = "brighter", _("brighter")
        SUN = "sun", _("sun")

    journey = models.ForeignKey(Journey, on_delete=models.CASCADE, related_name="check_ins")
    conversation = models.ForeignKey(Conversation, on_delete=models.SET_NULL, null=True, blank=True, related_name="check_ins")
    on = models.DateField(_("when"))
    score = models.PositiveSmallIntegerField(_("out of ten"), null=True, blank=True, validators=[MaxValueValidator(10)])
    weather = models.CharField(_("as weather"), max_length=10, choices=Weather, blank=True)
    words = models.TextField(_("in words"), blank=True)
    expects_more = models.BooleanField(_("“I expect more now”"), default=False)

    objects = OfPersonQuerySet.as_manager()
    person_path = "journey__person"
    part = Part.CONTROL
    why = {
        "on": learning("So that change can be followed in time."),
        "score": learning("So that they can see for themselves how it moves, if they like a number."),
        "weather": learning("So that it can be said without words or numbers."),
        "words": learning("So that it is known in their words how in control they feel."),
        "expects_more": learning("So that a lower number is not taken for worse when hopes rose."),
    }

    class Meta:
        ordering = ["on", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(score=None) | Q(score__lte=10), name="journeys_score_up_to_ten"),
            models.CheckConstraint(
                condition=Q(score__isnull=False) | ~Q(words="") | ~Q(weather=""), name="journeys_check_in_says_something"
            ),
        ]

    def __str__(self) -> str:
        return f"check-in on {self.on}"
