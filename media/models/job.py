"""The work on one item, as far as it has come."""

from django.db import models
from django.utils import timezone

from media.models.states import JobState


class Job(models.Model):
    """Our own row beside the task queue's, which never learns that its worker was killed.

    `claim` names the run that may write: a run that was given up for dead and comes
    back finds another name there and stops.
    """

    item = models.OneToOneField("media.Item", on_delete=models.CASCADE, related_name="job")
    state = models.CharField(
        max_length=8, choices=JobState.choices, default=JobState.WAITING, db_index=True
    )
    attempts = models.PositiveSmallIntegerField(default=0)
    deaths = models.PositiveSmallIntegerField(
        default=0, help_text="Runs whose worker ended without a word"
    )
    heartbeat = models.DateTimeField(default=timezone.now)
    claim = models.CharField(max_length=32, blank=True)
    error = models.TextField(blank=True, help_text="What went wrong last, for whoever looks after")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(state__in=JobState.values), name="media_job_state_is_known"
            ),
        ]

    def __str__(self) -> str:
        return f"Job of item {self.item_id}: {self.state}"
