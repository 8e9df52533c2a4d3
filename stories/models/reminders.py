"""Where reminders do not go. Who decided that is in the log."""

from __future__ import annotations

from django.db import models


class NoReminders(models.Model):
    """A teacher stopped the reminders of one memory, or of a whole class. No row: they go."""

    story = models.OneToOneField(
        "stories.Story",
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="no_reminders",
    )
    reporter_class = models.OneToOneField(
        "families.ReporterClass",
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="+",
    )
    since = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name_plural = "no reminders"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(story=None) ^ models.Q(reporter_class=None),
                name="no_reminders_of_a_memory_or_a_class",
            )
        ]

    def __str__(self) -> str:
        return f"No reminders since {self.since:%d %B %Y}"
