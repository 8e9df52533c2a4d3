"""The month between asking for something to be deleted and the day on which it goes."""

from __future__ import annotations

from datetime import timedelta

from django.db import models
from django.utils import timezone

CLOCK = timedelta(days=30)
"""Time to think again; a month is also what the law gives for an answer (UK GDPR, article 12)."""


class Countdown(models.Model):
    """Somebody asked for a thing to be deleted. Until the day it can be kept after all."""

    asked_at = models.DateTimeField(default=timezone.now)
    due_on = models.DateField()

    class Meta:
        abstract = True
        ordering = ["due_on", "pk"]

    def __str__(self) -> str:
        return f"To be deleted on {self.due_on:%d %B %Y}"

    @property
    def days_left(self) -> int:
        """Whole days until nothing is left of it; 0 on the day and while it waits."""
        return max(0, (self.due_on - timezone.localdate()).days)

    @property
    def days_gone(self) -> int:
        return CLOCK.days - min(CLOCK.days, self.days_left)

    @property
    def days(self) -> int:
        return CLOCK.days
