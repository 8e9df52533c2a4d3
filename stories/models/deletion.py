"""The clock of a memory that is being deleted, and what is left when it has run down."""

from __future__ import annotations

from datetime import timedelta

from django.conf import settings
from django.db import models
from django.utils import timezone

CLOCK = timedelta(days=30)
"""Time to think again; a month is also what the law gives for an answer (UK GDPR, article 12)."""


class Deletion(models.Model):
    """Somebody asked for a memory to be deleted. Until the day it can be kept after all."""

    story = models.OneToOneField("stories.Story", on_delete=models.CASCADE, related_name="deletion")
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    asked_at = models.DateTimeField(default=timezone.now)
    due_on = models.DateField()

    class Meta:
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


class Tombstone(models.Model):
    """That a memory was here: the end of its address, and when it went. Nothing of anybody."""

    ref = models.CharField(max_length=10, unique=True)
    deleted_at = models.DateTimeField(default=timezone.now)
    was_public = models.BooleanField(
        default=False, help_text="Then its old address says that it has been taken back."
    )

    class Meta:
        ordering = ["-deleted_at"]

    def __str__(self) -> str:
        return self.ref
