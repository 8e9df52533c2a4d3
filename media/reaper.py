"""Finds jobs that nobody works on any more, and hands them out again.

The task queue's own row of a killed worker says "running" for ever. Our job row has
a heartbeat, so it tells. `manage.py work` calls `reap()` when it starts and between
tasks; `manage.py reap_jobs` does so by hand or from a timer.
"""

from datetime import timedelta

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from media.claims import CAP, STALE
from media.models.job import Job
from media.models.states import JobState, Status
from media.processing import refuse
from media.tasks import enqueue

RETRY_AFTER = timedelta(seconds=60)
"""How long after a failure of ours the next try comes."""

LOST_AFTER = timedelta(minutes=30)
"""A job that has waited this long may have no task: asked for again, at no harm."""


def reap() -> list[str]:
    """Queue every abandoned job again, or give it up after `CAP` runs; return their refs."""
    return [job.item.ref for job in _abandoned() if _taken(job)]


def _abandoned() -> list[Job]:
    now = timezone.now()
    silent = Q(state=JobState.RUNNING, heartbeat__lt=now - STALE)
    failed = Q(state=JobState.FAILED, attempts__lt=CAP, heartbeat__lt=now - RETRY_AFTER)
    lost = Q(state=JobState.WAITING, heartbeat__lt=now - LOST_AFTER)
    unfinished = Q(item__status__in=Status.unfinished())
    jobs = Job.objects.filter(unfinished, silent | failed | lost)
    return list(jobs.select_related("item").order_by("pk"))


@transaction.atomic
def _taken(job: Job) -> bool:
    """Whether this reaper, and not another one, took the job."""
    same = Job.objects.filter(pk=job.pk, state=job.state, heartbeat=job.heartbeat)
    given_up = job.attempts >= CAP
    state = JobState.FAILED if given_up else JobState.WAITING
    if not same.update(state=state, claim="", heartbeat=timezone.now()):
        return False
    if given_up:
        refuse(job.item, "too_hard")
        return True
    job.item.status = Status.WAITING
    job.item.save(update_fields=["status"])
    transaction.on_commit(lambda: enqueue(job.item))
    return True
