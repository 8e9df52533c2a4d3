"""Makes an item's derivatives again, and serves none of the old ones meanwhile."""

from __future__ import annotations

from django.db import transaction

from media.jobs import start_afresh
from media.models.item import Item
from media.models.states import Status
from media.signals import item_put_away
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
    start_afresh(item)
    item.status, item.progress = Status.WAITING, 0
    item_put_away.send(sender=Item, item=item)
    transaction.on_commit(lambda: enqueue(item))
