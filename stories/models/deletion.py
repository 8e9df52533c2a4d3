"""The clock of a memory that is being deleted, and what is left when it has run down."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone

from families.models.countdown import Countdown


class Deletion(Countdown):
    """The clock of one memory."""

    story = models.OneToOneField("stories.Story", on_delete=models.CASCADE, related_name="deletion")
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )

    class Meta(Countdown.Meta):
        pass


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
