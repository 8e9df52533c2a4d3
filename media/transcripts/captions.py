"""The captions that a player fetches from the door: `captions.vtt`, without what is held back."""

from __future__ import annotations

import hashlib
from functools import partial
from typing import Any

from django.core.files.base import ContentFile
from django.db import transaction

from media import removal, storage
from media.models.derivative import Derivative
from media.models.item import Item
from media.refs import new_ref
from media.signals import item_ready
from media.transcripts import webvtt
from media.transcripts.cues import words
from media.transcripts.lines import public_cues, transcript_of

NAME = "captions.vtt"
CONTENT_TYPE = "text/vtt; charset=utf-8"


def connect() -> None:
    """Start to follow items; called once, when the application is ready."""
    item_ready.connect(follow, dispatch_uid="media.transcripts.captions.follow")


def follow(sender: object, item: Item, **kwargs: Any) -> None:
    """New derivatives have taken the place of the old ones, captions included."""
    make(item)


@transaction.atomic
def make(item: Item) -> None:
    """Write down anew what everybody may read of a recording: its captions and its search words.

    Old captions go in the same moment, and there are none where nothing may be read.
    """
    item = Item.objects.get(pk=item.pk)
    transcript = transcript_of(item)
    if transcript is None:
        return
    cues = public_cues(item)
    transcript.spoken = words(cues)
    transcript.save(update_fields=["spoken"])
    replaced = list(item.derivatives.filter(name=NAME).values_list("file", flat=True))
    item.derivatives.filter(name=NAME).delete()
    if cues:
        _put(item, webvtt.write(cues).encode())
    transaction.on_commit(partial(removal.delete, storage.derivatives(), replaced))


def _put(item: Item, content: bytes) -> None:
    store = storage.derivatives()
    sha256 = hashlib.sha256(content).hexdigest()
    # A name of its own each time, because the file it replaces is deleted after commit.
    file = store.save(f"{item.ref}/{new_ref()}/{sha256[:16]}.vtt", ContentFile(content))
    try:
        Derivative.objects.create(
            item=item,
            name=NAME,
            file=file,
            content_type=CONTENT_TYPE,
            size=len(content),
            sha256=sha256,
        )
    except BaseException:
        removal.delete(store, [file])
        raise
