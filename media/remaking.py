"""Makes an item's derivatives again, and serves none of the old ones meanwhile."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from media.models.item import Item
from media.models.job import Job
from media.models.states import JobState, Status
from media.tasks import enqueue


@transaction.atomic
def make_again(item: Item) -> None:
    """Send a recording, picture or paper back to the worker, at once out of everybody's sight.

    A run that is at work on the old wishes loses its claim, so what it made is never
    shown. A file that was refused stays refused.
    """
    usable = Item.objects.filter(pk=item.pk).exclude(status=Status.REFUSED)
    if not usable.update(status=Status.WAITING, progress=0):
        return
    afresh = {"state": JobState.WAITING, "claim": "", "attempts": 0, "heartbeat": timezone.now()}
    Job.objects.update_or_create(item=item, defaults=afresh)
    item.status, item.progress = Status.WAITING, 0
    transaction.on_commit(lambda: enqueue(item))
