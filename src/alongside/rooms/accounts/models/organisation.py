from django.db import models
from django.utils.translation import gettext_lazy as _


class Organisation(models.Model):
    class Kind(models.TextChoices):
        COUNCIL = "council", _("council service")
        HOUSING = "housing", _("housing association")
        HEALTH = "health", _("NHS")
        CHARITY = "charity", _("charity")
        COMMUNITY = "community", _("community group")

    name = models.CharField(max_length=120, unique=True)
    kind = models.CharField(max_length=20, choices=Kind)

    def __str__(self) -> str:
        return self.name
