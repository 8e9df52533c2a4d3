"""What staff have decided about a memory while it is still theirs to think better of."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

LONGEST_MARK = 40


class FirstYes(models.Model):
    """One adult has read the memory and would publish it; another has to say so as well.

    It stands for what was read (``seen``) and for nothing else: any later change ends it.
    """

    story = models.OneToOneField(
        "stories.Story", on_delete=models.CASCADE, related_name="first_yes"
    )
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    seen = models.CharField(max_length=LONGEST_MARK, editable=False)

    class Meta:
        verbose_name_plural = "first yeses"

    def __str__(self) -> str:
        return f"A first yes to {self.story_id}"


class PublicationPlan(models.Model):
    """Somebody decided that the memory is published on a day to come.

    On that day everything is asked again, in their name. Where the answer is no, the plan
    stays with the reason, until somebody decides something else.
    """

    story = models.OneToOneField("stories.Story", on_delete=models.CASCADE, related_name="plan")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    on = models.DateField(db_index=True)
    made_at = models.DateTimeField(auto_now_add=True)
    seen = models.CharField(max_length=LONGEST_MARK, editable=False)
    refused_at = models.DateTimeField(null=True, blank=True)
    why_not = models.TextField(blank=True)

    class Meta:
        ordering = ["on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(refused_at__isnull=True, why_not="")
                | models.Q(refused_at__isnull=False) & ~models.Q(why_not=""),
                name="plan_refused_with_a_reason",
            )
        ]

    def __str__(self) -> str:
        return f"{self.story_id} on {self.on}"


class PartingWord(models.Model):
    """What a teacher said as they gave a memory back for good; it is its writer's own again."""

    class Kind(models.TextChoices):
        DECLINED = "declined", _("not for the archive")
        RETURNED = "returned", _("back with the family")

    story = models.ForeignKey(
        "stories.Story", on_delete=models.CASCADE, related_name="parting_words"
    )
    kind = models.CharField(max_length=8, choices=Kind.choices)
    words = models.TextField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    over_at = models.DateTimeField(
        null=True, blank=True, help_text="When the memory was handed in again."
    )

    class Meta:
        ordering = ["-at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(kind__in=["declined", "returned"]) & ~models.Q(words=""),
                name="parting_word_of_a_known_kind",
            ),
            models.UniqueConstraint(
                fields=["story"],
                condition=models.Q(over_at__isnull=True),
                name="one_parting_word_at_a_time",
            ),
        ]

    def __str__(self) -> str:
        return self.words[:60]


class Undoable(models.Model):
    """The last decision about a memory, and how the memory was before it.

    There is one while whoever decided may still undo it. Anything else that is done to the
    memory takes it away.
    """

    story = models.OneToOneField("stories.Story", on_delete=models.CASCADE, related_name="undoable")
    verb = models.CharField(max_length=20)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    edition = models.PositiveIntegerField()
    before = models.JSONField()
    sent = models.JSONField(default=list, help_text="The points that went with it.")

    class Meta:
        verbose_name_plural = "undoable decisions"

    def __str__(self) -> str:
        return f"{self.verb} of {self.story_id}"
