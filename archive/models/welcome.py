"""A memory that was taken back and is public again: somebody asked before it was shown again."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone


class WelcomedBack(models.Model):
    """A curator asked, and the teller is glad for it to be in this showcase again.

    It counts from ``said_at`` on: a memory that is taken back later needs another one.
    """

    showcase = models.ForeignKey(
        "archive.ShowcasePage", on_delete=models.CASCADE, related_name="welcomed_back"
    )
    story = models.ForeignKey("stories.Story", on_delete=models.CASCADE, related_name="+")
    said_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    said_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["showcase", "story"], name="story_welcomed_back_once_in_a_showcase"
            )
        ]

    def __str__(self) -> str:
        return f"Memory {self.story_id} back in showcase {self.showcase_id}"
