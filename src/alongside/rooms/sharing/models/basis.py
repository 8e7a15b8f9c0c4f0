from django.db import models
from django.db.models import F, Q

from alongside.rooms.accounts.models import Authored
from alongside.rooms.teams.models import Place


class Basis(Authored):
    """On what basis in law a place keeps something for one purpose. It is not the person's permission, and is kept apart from it.

    condition: for special-category data, where there is any. controllers: who answers for it together, by name.
    """

    place = models.ForeignKey(Place, on_delete=models.CASCADE, related_name="bases")
    purpose = models.CharField(max_length=200)
    lawful_basis = models.CharField(max_length=200)
    condition = models.CharField(max_length=200, blank=True)
    controllers = models.CharField(max_length=400)
    from_on = models.DateField()
    to_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["purpose", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["place", "purpose"], condition=Q(to_on=None), name="sharing_one_basis_for_a_purpose"),
            models.CheckConstraint(condition=Q(to_on=None) | Q(to_on__gte=F("from_on")), name="sharing_basis_from_before_to"),
            models.CheckConstraint(condition=~Q(purpose="") & ~Q(lawful_basis="") & ~Q(controllers=""), name="sharing_basis_is_whole"),
        ]

    def __str__(self) -> str:
        return self.purpose
