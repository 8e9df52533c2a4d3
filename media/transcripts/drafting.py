"""A first draft of what is said, by a computer, where a school has put a model on its disk.

Behind one setting: `TRANSCRIPTION_MODEL` is the folder of a model for faster-whisper, and
empty means that no draft is made. Nothing is fetched from anybody. What the computer hears
is the recording as others hear it, so what is held back is in no draft. Nobody but those
who work on the recording can read a draft until one of them has.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import transaction

from media import storage
from media.models.item import Item
from media.models.transcript import Transcript
from media.signals import item_ready
from media.transcripts import verbs
from media.transcripts.cues import MAX_CHARACTERS, MAX_CUES, Cue, plain
from media.transcripts.verbs import RECORDINGS, Overtaken


def connect() -> None:
    """Start to follow items; called once, when the application is ready."""
    item_ready.connect(follow, dispatch_uid="media.transcripts.drafting.follow")


def model_folder() -> str:
    """Where the model is; "" if no drafts are made."""
    return str(getattr(settings, "TRANSCRIPTION_MODEL", ""))


def follow(sender: object, item: Item, **kwargs: Any) -> None:
    """Ask for a draft of a recording that nobody has written down yet."""
    from media.tasks import enqueue_draft

    if model_folder() and _is_wanted(item):
        transaction.on_commit(lambda: enqueue_draft(item))


def draft(item: Item) -> bool:
    """Write a draft, unless somebody has begun meanwhile; whether one was kept."""
    made = item.derivative(Path(item.url()).name)
    if not model_folder() or made is None or not item.is_ready or not _is_wanted(item):
        return False
    with storage.local_copy(storage.derivatives(), str(made.file.name)) as path:
        cues = list(heard(path))
    if not cues:
        return False
    try:
        verbs.save(item, cues, by=None, number=0, by_computer=True)
    except Overtaken:
        return False
    return True


def heard(path: Path) -> Iterator[Cue]:
    """What the model hears in a file, a piece at a time."""
    # Not among the requirements, so whoever set the model put the package here as well.
    whisper = import_module("faster_whisper")
    # Half of the processors, so that a school's only machine can be used meanwhile.
    threads = max(1, (os.cpu_count() or 1) // 2)
    model = whisper.WhisperModel(
        model_folder(),
        device="cpu",
        compute_type="int8",
        cpu_threads=threads,
        local_files_only=True,
    )
    segments, _ = model.transcribe(str(path), vad_filter=True)
    for number, segment in enumerate(segments):
        start, end = round(segment.start * 1000), round(segment.end * 1000)
        text = plain(segment.text)[:MAX_CHARACTERS]
        if number >= MAX_CUES:
            return
        if text and 0 <= start < end:
            yield Cue(start, end, text)


def _is_wanted(item: Item) -> bool:
    return item.kind in RECORDINGS and not Transcript.objects.filter(item=item).exists()
