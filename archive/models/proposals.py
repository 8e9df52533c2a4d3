"""What students propose for a showcase of their class: another order, and words to memories."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

LONGEST_CAPTION = 200  # characters


class Proposal(models.Model):
    """One student's proposal. The teacher takes it into the draft, or thanks and leaves it."""

    class State(models.TextChoices):
        BEGUN = "begun", _("You are working on it")
        SENT = "sent", _("Your teacher reads it")
        TAKEN = "taken", _("It is in the showcase")
        THANKED = "thanked", _("Your teacher said thank you")

    showcase = models.ForeignKey(
        "archive.ShowcasePage", on_delete=models.CASCADE, related_name="proposals"
    )
    proposed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="proposals"
    )
    state = models.CharField(max_length=8, choices=State.choices, default=State.BEGUN)
    wants_credit = models.BooleanField(
        default=False, help_text="Their name may stand beside the showcase, if they may be named."
    )
    edition = models.PositiveIntegerField(
        default=0, help_text="Counts saves, so that two screens cannot overwrite."
    )
    answer = models.CharField(max_length=300, blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    answered_at = models.DateTimeField(null=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ["-updated_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["showcase", "proposed_by"],
                condition=models.Q(state__in=["begun", "sent"]),
                name="one_open_proposal_each",
            ),
            models.CheckConstraint(
                condition=models.Q(state__in=["begun", "sent", "taken", "thanked"]),
                name="proposal_state_known",
            ),
            models.CheckConstraint(
                condition=models.Q(state__in=["begun", "sent"], answered_at=None)
                | models.Q(state__in=["taken", "thanked"], answered_at__isnull=False),
                name="proposal_is_answered_or_open",
            ),
        ]

    def __str__(self) -> str:
        return f"Proposal {self.pk} for showcase {self.showcase_id}"

    @property
    def is_open(self) -> bool:
        """Whether it waits for an answer or is still being made."""
        return self.state in (self.State.BEGUN, self.State.SENT)


class ProposedStory(models.Model):
    """A memory in its proposed place, with the student's words to it."""

    proposal = models.ForeignKey(Proposal, on_delete=models.CASCADE, related_name="stories")
    story = models.ForeignKey("stories.Story", on_delete=models.CASCADE, related_name="+")
    sort_order = models.PositiveIntegerField(default=0)
    caption = models.CharField(max_length=LONGEST_CAPTION, blank=True)

    class Meta:
        ordering = ["sort_order", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["proposal", "story"], name="story_once_in_a_proposal")
        ]

    def __str__(self) -> str:
        return f"Memory {self.story_id} in proposal {self.proposal_id}"
