"""Whose log it is: Wagtail's audit log knows no schools."""

from django.db import models


class Filed(models.Model):
    """Puts one entry of Wagtail's log under the school whose matter it is.

    It also makes a look count once: ``once`` names the person, the thing and the hour,
    and the database refuses it a second time.
    """

    entry = models.OneToOneField(
        "wagtailcore.ModelLogEntry", on_delete=models.CASCADE, related_name="filed"
    )
    school = models.ForeignKey(
        "families.School", on_delete=models.PROTECT, null=True, related_name="+"
    )
    once = models.CharField(max_length=120, null=True, unique=True)  # noqa: DJ001

    def __str__(self) -> str:
        return f"{self.entry.action}, {self.school}"
