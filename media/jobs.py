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


@transaction.atomic
def stop(item: Item, *, by_staff: bool = False) -> bool:
    """Stop the work on `item`; False if there is none. A running child hears within a second."""
    found = Item.objects.select_for_update().filter(pk=item.pk).first()
    if found is None or not found.is_unfinished:
        return False
    Job.objects.filter(item=found).update(state=JobState.STOPPED, claim="")
    refuse(found, "stopped_by_staff" if by_staff else "stopped")
    item.refresh_from_db()
    return True


@transaction.atomic
def retry(item: Item) -> bool:
    """Send a refused item to the worker again, with all its runs; False if it is not refused.

    Staff may, whatever the reason was; its sender where it `is_worth_another_try`.
    """
    refused = Item.objects.filter(pk=item.pk, status=Status.REFUSED)
    if not refused.update(status=Status.WAITING, refusal_code="", progress=0):
        return False
    _start_afresh(item)
    item.refresh_from_db()
    transaction.on_commit(lambda: enqueue(item))
    return True


@transaction.atomic
def renew(item: Item) -> bool:
    """Have a ready item's derivatives made again; the old ones stay in use until then.

    False for an item that is not ready, or whose derivatives are on their way already.
    """
    found = Item.objects.select_for_update().filter(pk=item.pk, status=Status.READY).first()
    on_its_way = {JobState.WAITING, JobState.RUNNING}
    if found is None or Job.objects.filter(item=found, state__in=on_its_way).exists():
        return False
    _start_afresh(found)
    transaction.on_commit(lambda: enqueue(found, LAST))
    return True


def is_outdated(item: Item) -> bool:
    """Whether its derivatives were made by an older recipe than the one we have now."""
    return item.recipe < recipes.VERSIONS[Kind(item.kind)]


def _start_afresh(item: Item) -> None:
    afresh = {
        "state": JobState.WAITING,
        "claim": "",
        "attempts": 0,
        "error": "",
        "heartbeat": timezone.now(),
    }
    Job.objects.update_or_create(item=item, defaults=afresh)
