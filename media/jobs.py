"""What a person may do to the work on an item: stop it, try it again, have it made anew."""

from django.db import transaction
from django.utils import timezone

from media import recipes
from media.formats import Kind
from media.models.item import Item
from media.models.job import Job
from media.models.states import JobState, Status
from media.processing import refuse
from media.tasks import LAST, enqueue

ON_ITS_WAY = frozenset({JobState.WAITING, JobState.RUNNING})


@transaction.atomic
def stop(item: Item, *, by_staff: bool = False) -> bool:
    """Stop the work on `item`; False if there is none. A running child hears within a second.

    One that is in use and being made again stays in use as it is.
    """
    found = Item.objects.select_for_update().filter(pk=item.pk).first()
    if found is None or not may_be_stopped(found):
        return False
    Job.objects.filter(item=found).update(state=JobState.STOPPED, claim="")
    if found.is_unfinished:
        refuse(found, "stopped_by_staff" if by_staff else "stopped")
        item.refresh_from_db()
    return True


def may_be_stopped(item: Item) -> bool:
    """Whether a worker has something to do for it; asks for the job, so fetch it together."""
    return item.is_unfinished or is_being_renewed(item)


def is_being_renewed(item: Item) -> bool:
    """Whether its derivatives are made again while it stays in use."""
    job: Job | None = getattr(item, "job", None)
    return item.is_ready and job is not None and job.state in ON_ITS_WAY


@transaction.atomic
def retry(item: Item) -> bool:
    """Send a refused item to the worker again, with all its runs; False if it is not refused.

    Staff may, whatever the reason was; its sender where it `is_worth_another_try`.
    """
    refused = Item.objects.filter(pk=item.pk, status=Status.REFUSED)
    if not refused.update(status=Status.WAITING, refusal_code="", progress=0):
        return False
    start_afresh(item)
    item.refresh_from_db()
    transaction.on_commit(lambda: enqueue(item))
    return True


@transaction.atomic
def renew(item: Item) -> bool:
    """Have a ready item's derivatives made again; the old ones stay in use until then.

    False for an item that is not ready, or whose derivatives are on their way already.
    """
    found = Item.objects.select_for_update().filter(pk=item.pk, status=Status.READY).first()
    if found is None or is_being_renewed(found):
        return False
    start_afresh(found)
    transaction.on_commit(lambda: enqueue(found, LAST))
    return True


def is_outdated(item: Item) -> bool:
    """Whether its derivatives were made by an older recipe than the one we have now."""
    return item.recipe < recipes.VERSIONS[Kind(item.kind)]


def start_afresh(item: Item) -> None:
    """Forget what earlier runs came to, and that one may be at work; the caller queues it."""
    afresh = {
        "state": JobState.WAITING,
        "claim": "",
        "attempts": 0,
        "deaths": 0,
        "error": "",
        "heartbeat": timezone.now(),
    }
    Job.objects.update_or_create(item=item, defaults=afresh)
