"""Finds jobs that nobody works on any more, and hands them out again.

The task queue's own row of a killed worker says "running" for ever. Our job row has
a heartbeat and the name of its worker, so it tells. `manage.py work` calls `reap()`
when it starts and between tasks; `manage.py reap_jobs` does so by hand or from a timer.
"""

from datetime import timedelta

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from media import alive, sweeping
from media.claims import CAP, WANTED, is_abandoned
from media.models.item import Item
from media.models.job import Job
from media.models.states import JobState, Status
from media.processing import refuse
from media.tasks import FIRST, LAST, due, enqueue

RETRY_AFTER = timedelta(seconds=60)
"""How long after a failure of ours the next try comes."""

LOST_AFTER = timedelta(minutes=30)
"""A job that has waited this long may have no task: asked for again, and before all others."""

FORGOTTEN_AFTER = timedelta(days=2)
"""A task that says "running" for this long does not: no file takes a day and a half."""


class WorkerDied(Exception):
    """What stands in the task queue where a worker was killed."""


def reap() -> list[str]:
    """Queue every abandoned job again, or give it up after `CAP` runs; return their refs."""
    taken = [job.item.ref for job in _abandoned() if _taken(job)]
    _close_tasks()
    sweeping.sweep_scratch()
    alive.bury()
    return taken


def _abandoned() -> list[Job]:
    now = timezone.now()
    running = Q(state=JobState.RUNNING)
    failed = Q(state=JobState.FAILED, attempts__lt=CAP, heartbeat__lt=now - RETRY_AFTER)
    lost = Q(state=JobState.WAITING, heartbeat__lt=now - LOST_AFTER)
    jobs = Job.objects.filter(WANTED, running | failed | lost)
    found = jobs.select_related("item__original").order_by("pk")
    return [job for job in found if job.state != JobState.RUNNING or is_abandoned(job)]


@transaction.atomic
def _taken(job: Job) -> bool:
    """Whether this reaper, and not another one, took the job."""
    item = Item.objects.select_for_update().get(pk=job.item_id)
    same = Job.objects.filter(pk=job.pk, state=job.state, claim=job.claim, heartbeat=job.heartbeat)
    given_up = job.attempts >= CAP
    state = JobState.FAILED if given_up else JobState.WAITING
    if not same.update(state=state, claim="", heartbeat=timezone.now()):
        return False
    if item.is_unfinished:
        _send_back(item, given_up=given_up)
    if not given_up:
        transaction.on_commit(lambda: enqueue(item, _priority(job)))
    return True


def _send_back(item: Item, *, given_up: bool) -> None:
    if given_up:
        refuse(item, "too_hard")
    else:
        Item.objects.filter(pk=item.pk).update(status=Status.WAITING, progress=0)


def _priority(job: Job) -> int:
    if job.item.is_ready:
        return LAST
    return FIRST if job.state == JobState.WAITING else due(job.item, job.attempts)


def _close_tasks() -> None:
    """Mark the tasks of dead workers as failed; what they were for has been queued again."""
    forgotten = timezone.now() - FORGOTTEN_AFTER
    for task in DBTaskResult.objects.running():
        worker = task.worker_ids[-1] if task.worker_ids else ""
        if alive.is_dead(worker.partition("-")[0]) or task.started_at < forgotten:
            task.set_failed(WorkerDied("The worker was killed."))
