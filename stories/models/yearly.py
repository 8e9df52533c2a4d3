"""The yearly look at every public picture in which a child is shown."""

from __future__ import annotations

from datetime import date

from django.conf import settings
from django.db import models
from django.utils import timezone

FIRST_MONTH = 9
"""A school year begins in September."""


def school_year(day: date | None = None) -> int:
    """The year in which the school year of this day began; of today, if none is named."""
    day = day or timezone.localdate()
    return day.year if day.month >= FIRST_MONTH else day.year - 1


class YearlyLook(models.Model):
    """Somebody of the staff looked at one picture of one memory in one school year."""

    story = models.ForeignKey("stories.Story", on_delete=models.CASCADE, related_name="looked_at")
    item = models.ForeignKey("media.Item", on_delete=models.CASCADE, related_name="+")
    year = models.PositiveSmallIntegerField(
        default=school_year, help_text="The year in which the school year began."
    )
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-at"]
        constraints = [
            models.UniqueConstraint(
                fields=["story", "item", "year"], name="picture_looked_at_once_a_year"
            )
        ]

    def __str__(self) -> str:
        return f"{self.item}, {self.year}"
