"""The tray: memories that a curator has put aside, in an order, before there is a showcase."""

from __future__ import annotations

from django.conf import settings
from django.db import models


class TrayStory(models.Model):
    """One memory in the tray of one member of staff. The tray shows it only while it is public."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="tray"
    )
    story = models.ForeignKey("stories.Story", on_delete=models.CASCADE, related_name="+")
    sort_order = models.PositiveIntegerField(default=0)
    added_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["sort_order", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["user", "story"], name="story_once_in_a_tray")
        ]

    def __str__(self) -> str:
        return f"Memory {self.story_id} in the tray of {self.user_id}"
