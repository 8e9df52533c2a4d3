"""Somebody asked for everything about them to be deleted."""

from __future__ import annotations

from datetime import timedelta

from django.conf import settings
from django.db import models
from django.utils import timezone

CLOCK = timedelta(days=30)
"""The same month as for one memory, so that all of it ends on one day."""


class Leaving(models.Model):
    """The clock of an account. The safeguarding lead carries it out when it has run down."""

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="leaving"
    )
    asked_at = models.DateTimeField(default=timezone.now)
    due_on = models.DateField()
    done_at = models.DateTimeField(null=True, blank=True)
    done_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )

    class Meta:
        ordering = ["due_on", "pk"]

    def __str__(self) -> str:
        return f"To be deleted on {self.due_on:%d %B %Y}"

    @property
    def days_left(self) -> int:
        """Whole days until it may be carried out."""
        return max(0, (self.due_on - timezone.localdate()).days)

    @property
    def days_gone(self) -> int:
        return CLOCK.days - min(CLOCK.days, self.days_left)

    @property
    def days(self) -> int:
        return CLOCK.days
