"""Ready words of a school for its teachers: kind, short, and there to be changed."""

from __future__ import annotations

from django.db import models


class Phrase(models.Model):
    """One sentence that a teacher may begin with."""

    class Kind(models.TextChoices):
        THANKS = "thanks", "thanks"
        STEP = "step", "next step"

    school = models.ForeignKey(
        "families.School", on_delete=models.CASCADE, editable=False, related_name="phrases"
    )
    kind = models.CharField(
        "what it is", max_length=6, choices=Kind.choices, help_text="Writers read thanks first."
    )
    text = models.CharField(
        "the words",
        max_length=200,
        help_text="One short, kind sentence that fits many memories. Teachers can change it.",
    )
    position = models.PositiveSmallIntegerField(
        "place in the list", default=0, help_text="Small numbers stand first."
    )
    is_shown = models.BooleanField(
        "offer it", default=True, help_text="Untick it to put it away without deleting it."
    )

    class Meta:
        ordering = ["kind", "position", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(kind__in=["thanks", "step"]), name="phrase_kind_known"
            ),
            models.UniqueConstraint(
                fields=["school", "kind", "text"],
                name="phrase_once_in_a_school",
                violation_error_message="Your school has this phrase already.",
            ),
        ]

    def __str__(self) -> str:
        return self.text
