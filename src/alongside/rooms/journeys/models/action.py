from datetime import date
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from alongside.core.why import decision, learning
from alongside.rooms.accounts.models import AuthoredByThemToo
from alongside.rooms.journeys.models.conversation import Conversation
from alongside.rooms.journeys.models.journey import Journey
from alongside.rooms.journeys.models.matter import Matter
from alongside.rooms.people.gate import OfPersonQuerySet
from alongside.rooms.people.parts import Part


class LedBy(models.TextChoices):
    PERSON = "person", _("the person")
    CIRCLE = "circle", _("someone in their life")
    COMMUNITY = "community", _("the community")
    TEAM = "team", _("the team")
    SERVICE = "service", _("a service")


class ActionQuerySet(OfPersonQuerySet["Action"]):
    def open(self) -> Self:
        """Agreed or being done."""
        return self.filter(standing__in=[Action.Standing.AGREED, Action.Standing.DOING])

    def for_listing(self) -> Self:
        """With what a list shows of each; what is due first stands first."""
        return self.select_related("matter", "leader_account").order_by(models.F("due_on").asc(nulls_last=True), "pk")

    def mine_to_do(self, account: models.Model, on: date) -> Self:
        """What one worker said they would do, that is due by the day or has no day."""
        return self.open().filter(Q(leader_account=account), Q(due_on=None) | Q(due_on__lte=on))


class Action(AuthoredByThemToo):
    """Something thought of or agreed, and who leads it."""

    class Manner(models.TextChoices):
        MINE = "mine", _("they do it")
        WITH = "with", _("we do it together")
        FOR = "for", _("we do it for them")

    class Standing(models.TextChoices):
        IDEA = "idea", _("an idea")
        AGREED = "agreed", _("agreed")
        DOING = "doing", _("being done")
        DONE = "done", _("done")
        LET_GO = "let-go", _("let go")

    journey = models.ForeignKey(Journey, on_delete=models.CASCADE, related_name="actions")
    conversation = models.ForeignKey(Conversation, on_delete=models.SET_NULL, null=True, blank=True, related_name="actions")
    what = models.CharField(_("what"), max_length=300)
    matter = models.ForeignKey(
        Matter, on_delete=models.SET_NULL, null=True, blank=True, related_name="actions", verbose_name=_("toward what")
    )
    led_by = models.CharField(_("who leads"), max_length=10, choices=LedBy, blank=True)
    leader_name = models.CharField(_("their name"), max_length=120, blank=True)
    leader_account = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="leads_actions"
    )
    manner = models.CharField(_("how"), max_length=4, choices=Manner, blank=True)
    standing = models.CharField(max_length=6, choices=Standing, default=Standing.AGREED)
    due_on = models.DateField(_("by when"), null=True, blank=True)
    done_on = models.DateField(null=True, blank=True)
    outcome = models.TextField(_("what came of it"), blank=True)
    kept_off = models.BooleanField(_("keep off what is looked at together"), default=False)

    objects = ActionQuerySet.as_manager()
    person_path = "journey__person"
    part = Part.AGREED
    why = {
        "what": decision("So that everyone knows what was agreed."),
        "matter": decision("So that it leads toward something that matters to them."),
        "led_by": learning("So that it can be seen how the lead moves to the person and the people around them."),
        "leader_name": decision("So that it is known who leads it."),
        "leader_account": decision("So that whoever said they would do it is reminded."),
        "manner": learning("So that doing with can be told from doing for."),
        "standing": decision("So that it is known what is thought of, agreed, being done or done."),
        "due_on": decision("So that a promise has its day."),
        "done_on": decision("So that what was done can be seen."),
        "outcome": learning("So that it is known what helped."),
        "kept_off": decision("So that what the person wants unseen by others in the room stays unseen."),
    }

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(what=""), name="journeys_action_says_what"),
            models.CheckConstraint(
                condition=Q(standing="done", done_on__isnull=False) | (~Q(standing="done") & Q(done_on=None)),
                name="journeys_done_has_its_day",
            ),
            models.CheckConstraint(condition=Q(standing__in=["idea", "let-go"]) | ~Q(led_by=""), name="journeys_agreed_has_who_leads"),
            models.CheckConstraint(condition=Q(led_by="team") | Q(leader_account=None), name="journeys_only_the_team_leads_by_account"),
        ]

    def __str__(self) -> str:
        return self.what


class Handover(AuthoredByThemToo):
    """Someone else leads something agreed from a day on. Taking back is as good a handover as any, when someone is struggling."""

    action = models.ForeignKey(Action, on_delete=models.CASCADE, related_name="handovers")
    was_led_by = models.CharField(max_length=10, choices=LedBy, blank=True)
    was_leader = models.CharField(max_length=120, blank=True)
    led_by = models.CharField(max_length=10, choices=LedBy)
    leader = models.CharField(max_length=120, blank=True)
    on = models.DateField()

    objects = OfPersonQuerySet.as_manager()
    person_path = "action__journey__person"
    part = Part.AGREED
    why = {
        "was_led_by": learning("So that it can be seen how the lead moves."),
        "was_leader": learning("So that it is known who led it before."),
        "led_by": learning("So that it can be seen how the lead moves."),
        "leader": learning("So that it is known who leads it since."),
        "on": learning("So that it is known since when."),
    }

    class Meta:
        ordering = ["on", "pk"]

    def __str__(self) -> str:
        return f"handed over on {self.on}"
