"""What a teacher said about a memory, and what the checks found in it."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from stories.models.pins import Pinned


class Answer(models.TextChoices):
    """What a writer did with a point."""

    NONE = "", _("not yet")
    CHANGED = "changed", _("changed it")
    LEFT = "left", _("wants to leave it as it is")


class Feedback(Pinned):
    """One point of a teacher about a memory: thanks first, one next step.

    It is answered by mending, and with one short reply about the work at most. It is
    closed by either. Nothing follows an answer but a new point: this is no messaging.
    """

    story = models.ForeignKey("stories.Story", on_delete=models.CASCADE, related_name="feedback")
    thanks = models.TextField(blank=True)
    text = models.TextField(help_text="The next step.")
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
    answer = models.CharField(max_length=7, choices=Answer.choices, blank=True)
    reply = models.CharField(max_length=300, blank=True)
    answered_at = models.DateTimeField(
        null=True, blank=True, help_text="When the memory was handed in again."
    )
    closed_at = models.DateTimeField(null=True, blank=True)
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )

    class Meta(Pinned.Meta):
        verbose_name_plural = "feedback"
        ordering = ["-given_at", "-pk"]
        constraints = [
            *Pinned.Meta.constraints,
            models.CheckConstraint(
                condition=models.Q(answer__in=Answer.values), name="feedback_answer_known"
            ),
        ]

    def __str__(self) -> str:
        return self.text[:60]

    @property
    def is_open(self) -> bool:
        """Whether the writer has still to do with it."""
        return self.answered_at is None and self.closed_at is None


class KeptPoint(Pinned):
    """A point that a teacher has written down while reading, and not yet sent."""

    story = models.ForeignKey("stories.Story", on_delete=models.CASCADE, related_name="kept_points")
    thanks = models.TextField(blank=True)
    text = models.TextField()
    given_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+"
    )
    kept_at = models.DateTimeField(auto_now_add=True)

    class Meta(Pinned.Meta):
        ordering = ["kept_at", "pk"]

    def __str__(self) -> str:
        return self.text[:60]


class FindingReview(models.Model):
    """A person looked at something the checks found, and said it may stay.

    Or what they saw there: that there is a school uniform in a picture, which may not stay.
    """

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
