"""A correction by a member of staff, for its writer to see and to take back."""

from __future__ import annotations

from django.conf import settings
from django.db import models


class Mending(models.Model):
    """Who changed what in somebody's memory: the wording before, and the wording after."""

    story = models.ForeignKey("stories.Story", on_delete=models.CASCADE, related_name="mendings")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    before = models.ForeignKey("wagtailcore.Revision", on_delete=models.CASCADE, related_name="+")
    after = models.ForeignKey("wagtailcore.Revision", on_delete=models.CASCADE, related_name="+")
    edition = models.PositiveIntegerField(help_text="Of the memory, once it was mended.")
    put_back_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return f"A mending of {self.story_id}"
