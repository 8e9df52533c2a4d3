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
from media.claims import CAP, LIVES, WANTED, is_abandoned
from media.models.item import Item
from media.models.job import Job
from media.models.states import JobState, Status
from media.processing import refuse
from media.tasks import FIRST, LAST, due, enqueue, process_item

RETRY_AFTER = timedelta(seconds=60)
"""How long after a failure of ours the next try comes."""

LOST_AFTER = timedelta(minutes=30)
"""A job that has waited this long may have no task: asked for again, and before all others."""

FORGOTTEN_AFTER = timedelta(days=2)
"""A task that says "running" for this long does not: no file takes a day and a half."""


class WorkerDied(Exception):
    """What stands in the task queue where a worker was killed."""


def reap() -> list[str]:
    """Queue every abandoned job again, or give it up; return their refs."""
    # Whoever dies from now on is the next round's, so that nothing of theirs is overlooked.
    ended = alive.ended()
    asked = _close_tasks()
    taken = [job.item.ref for job in _abandoned() if _taken(job)]
    sweeping.sweep_scratch()
    alive.bury(ended)
    return [*asked, *taken]


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
    """Whether this reaper, and not another one, took the job.

    Its task is written with it: a reaper can be killed as well.
    """
    item = Item.objects.select_for_update().filter(pk=job.item_id).first()
    same = Job.objects.filter(pk=job.pk, state=job.state, claim=job.claim, heartbeat=job.heartbeat)
    given_up = _count_death(job) if job.state == JobState.RUNNING else False
    news = {
        "attempts": job.attempts,
        "deaths": job.deaths,
        "claim": "",
        "heartbeat": timezone.now(),
    }
    state = JobState.FAILED if given_up else JobState.WAITING
    if item is None or not same.update(state=state, **news):
        return False
    if item.is_unfinished:
        _send_back(item, given_up=given_up)
    if not given_up:
        enqueue(item, _priority(job))
    return True


def _count_death(job: Job) -> bool:
    """Whether this death was one too many. A run cut short is no failure and is given back."""
    given_up = job.attempts >= CAP or job.deaths + 1 >= LIVES
    job.deaths += 1
    if not given_up:
        job.attempts = max(0, job.attempts - 1)
    return given_up


def _send_back(item: Item, *, given_up: bool) -> None:
    if given_up:
        refuse(item, "too_hard")
    else:
        Item.objects.filter(pk=item.pk).update(status=Status.WAITING, progress=0)


def _priority(job: Job) -> int:
    if job.item.is_ready:
        return LAST
    return FIRST if job.state == JobState.WAITING else due(job.item, job.attempts + job.deaths)


def _close_tasks() -> list[str]:
    """Mark the tasks of dead workers as failed; return the refs of items to be asked for again."""
    forgotten = timezone.now() - FORGOTTEN_AFTER
    asked = []
    for task in DBTaskResult.objects.running():
        worker = task.worker_ids[-1] if task.worker_ids else ""
        if alive.is_dead(worker.partition("-")[0]) or task.started_at < forgotten:
            with transaction.atomic():
                task.set_failed(WorkerDied("The worker was killed."))
                asked += _asked_again(task)
    return asked


def _asked_again(task: DBTaskResult) -> list[str]:
    """The ref of an item whose worker was killed between taking up the task and the job."""
    if task.task_path != process_item.module_path:
        return []
    untouched = Item.objects.filter(ref__in=task.args_kwargs["args"], job__state=JobState.WAITING)
    for item in untouched:
        enqueue(item, task.priority)
    return [item.ref for item in untouched]
