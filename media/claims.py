"""Who works on an item: one run at a time, which shows that it is alive.

A worker can be killed at any moment, and can come back after it was given up for
dead. So every run writes only while the job carries that run's own claim.

An item that is ready can have a job as well: its derivatives are made again, and the
old ones stay in use until the new ones take their place.
"""

import secrets
import time
from datetime import timedelta

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from media import alive
from media.models.item import Item
from media.models.job import Job
from media.models.states import JobState, Status

STALE = timedelta(seconds=60)
"""A run that has shown no sign of life for this long is dead; it shows one every second."""

CAP = 3
"""Runs that a job gets; one that fails three times fails a fourth time as well."""

LIVES = 25
"""Workers that may end over one job. No stranger's file is decoded in a worker itself, so it is
nearly always the machine that was switched off; but whatever kills this often is given up."""

WRITE_EVERY = 0.5
"""Seconds between two writes of the heartbeat, which is also where a run hears "stop"."""

WANTED = Q(item__status__in=Status.unfinished()) | Q(
    item__status=Status.READY, state__in={JobState.WAITING, JobState.RUNNING, JobState.FAILED}
)
"""Jobs whose item has to be made ready, or made again while it stays in use."""


class Superseded(Exception):
    """Another run has taken this item over, a person stopped it, or the item is gone: stop."""


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
        working = Item.objects.filter(pk=self.job.item_id, status=Status.WORKING)
        working.update(progress=min(percent, 99))

    def close(self, state: JobState, error: str = "", *, counts: bool = True) -> None:
        """End the run inside the caller's transaction; raises Superseded.

        Where it does not count, the job gets this run back: neither file nor program failed.
        """
        attempts = self.job.attempts if counts else self.job.attempts - 1
        now = timezone.now()
        if not self._mine().update(state=state, error=error, attempts=attempts, heartbeat=now):
            raise Superseded

    def _mine(self) -> QuerySet[Job]:
        return Job.objects.filter(pk=self.job.pk, claim=self.name, state=JobState.RUNNING)


@transaction.atomic
def claim(item: Item) -> Claim | None:
    """Start a run; None if there is nothing to do or another run is at work on it."""
    job = Job.objects.select_for_update().filter(WANTED, item_id=item.pk).first()
    if job is None or _is_alive(job):
        return None
    job.state, job.claim = JobState.RUNNING, f"{alive.name()}-{secrets.token_hex(4)}"
    job.attempts, job.heartbeat = job.attempts + 1, timezone.now()
    job.save()
    waiting = Item.objects.filter(pk=item.pk, status__in=Status.unfinished())
    waiting.update(status=Status.WORKING, progress=0)
    return Claim(job)


def _is_alive(job: Job) -> bool:
    return job.state == JobState.RUNNING and not is_abandoned(job)


def is_abandoned(job: Job) -> bool:
    """Whether the run that the job speaks of has ended without a word."""
    silent = job.heartbeat <= timezone.now() - STALE
    return silent or alive.is_dead(job.claim.partition("-")[0])
