"""Holding a passage back: bleeped in the recording, and its words shown to nobody else.

The original keeps it under lock, and the transcript keeps its words for those who may
work on it.
"""

from __future__ import annotations

from collections.abc import Iterable

from django.db import transaction
from wagtail.log_actions import log

from families.models import User
from media.models.hidden import HeldPassage
from media.models.item import Item
from media.remaking import make_again
from media.transcripts import captions
from media.transcripts.cues import Span, merged
from media.transcripts.lines import held_spans


@transaction.atomic
def hold_back(item: Item, passages: Iterable[Span], *, by: User) -> bool:
    """Hold back exactly these passages (milliseconds); whether that changed anything.

    The recording is made again, and until then the door serves none of it.
    """
    locked = Item.objects.select_for_update().get(pk=item.pk)
    wanted, now = set(merged(passages)), set(held_spans(locked))
    if wanted == now:
        return False
    for start, end in now - wanted:
        locked.held_passages.filter(start_ms=start, end_ms=end).delete()
    HeldPassage.objects.bulk_create(
        HeldPassage(item=locked, start_ms=start, end_ms=end, held_by=by)
        for start, end in sorted(wanted - now)
    )
    make_again(item)
    captions.make(item)
    log(
        instance=item,
        action="media.hold_back",
        user=by,
        title=item.ref,
        data={"passages": len(wanted)},
    )
    return True


def hold_back_also(item: Item, passages: Iterable[Span], *, by: User) -> bool:
    """Hold back these passages beside those that are held already."""
    return hold_back(item, [*held_spans(Item.objects.get(pk=item.pk)), *passages], by=by)
