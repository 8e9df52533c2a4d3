"""What a teacher said about a memory, and what the checks found in it."""

from __future__ import annotations

from django.conf import settings
from django.db import models


class Feedback(models.Model):
    """A request for a change, in a sentence. Answered by mending."""

    story = models.ForeignKey("stories.Story", on_delete=models.CASCADE, related_name="feedback")
    text = models.TextField()
    given_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    given_at = models.DateTimeField(auto_now_add=True)
    revision = models.ForeignKey(
        "wagtailcore.Revision",
        on_delete=models.SET_NULL,
        null=True,
        related_name="+",
        help_text="What the teacher was looking at.",
    )
    answered_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name_plural = "feedback"
        ordering = ["-given_at", "-pk"]

    def __str__(self) -> str:
        return self.text[:60]


class FindingReview(models.Model):
    """A person looked at something the checks found, and said it may stay."""

    story = models.ForeignKey(
        "stories.Story", on_delete=models.CASCADE, related_name="finding_reviews"
    )
    kind = models.CharField(max_length=20)
    excerpt = models.CharField(max_length=200)
    reviewed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    reviewed_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["story", "kind", "excerpt"], name="finding_reviewed_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.kind}: {self.excerpt}"
