"""Who works on an item: one run at a time, which shows that it is alive.

A worker can be killed at any moment, and can come back after it was given up for
dead. So every run writes only while the job carries that run's own claim.
"""

import secrets
import time
from datetime import timedelta

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from media.models.item import Item
from media.models.job import Job
from media.models.states import JobState, Status

STALE = timedelta(seconds=60)
"""A run that has shown no sign of life for this long is dead; it shows one every second."""

CAP = 3
"""Runs that a job gets; a file that ends three workers gets no fourth."""

WRITE_EVERY = 1.0
"""Seconds between two writes of the heartbeat."""


class Superseded(Exception):
    """Another run has taken this item over, or the item is gone: stop, and write nothing."""


class Claim:
    """The right to write about one item, for as long as nobody else takes it."""

    def __init__(self, job: Job) -> None:
        self.job = job
        self.name = job.claim
        self._written = 0.0

    def beat(self, percent: int) -> None:
        """Show that the run is alive and how far it is; raises Superseded."""
        if time.monotonic() - self._written < WRITE_EVERY:
            return
        self._written = time.monotonic()
        if not self._mine().update(heartbeat=timezone.now()):
            raise Superseded
        Item.objects.filter(pk=self.job.item_id).update(progress=min(percent, 99))

    def close(self, state: JobState, error: str = "") -> None:
        """End the run inside the caller's transaction; raises Superseded."""
        if not self._mine().update(state=state, error=error, heartbeat=timezone.now()):
            raise Superseded

    def _mine(self) -> QuerySet[Job]:
        return Job.objects.filter(pk=self.job.pk, claim=self.name, state=JobState.RUNNING)


@transaction.atomic
def claim(item: Item) -> Claim | None:
    """Start a run; None if the item is finished or another run is at work on it."""
    job = Job.objects.select_for_update().filter(item_id=item.pk).select_related("item").first()
    if job is None or not job.item.is_unfinished or _is_alive(job):
        return None
    job.state, job.claim = JobState.RUNNING, secrets.token_hex(8)
    job.attempts, job.heartbeat = job.attempts + 1, timezone.now()
    job.save()
    Item.objects.filter(pk=item.pk).update(status=Status.WORKING, progress=0)
    return Claim(job)


def _is_alive(job: Job) -> bool:
    return job.state == JobState.RUNNING and job.heartbeat > timezone.now() - STALE
