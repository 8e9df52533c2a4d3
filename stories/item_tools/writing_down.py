"""Changing what is said. Where everybody can read it, another adult publishes the change."""

from __future__ import annotations

from collections.abc import Iterable

from families.models import User
from media.models import Item, TranscriptRevision
from media.transcripts import verbs
from media.transcripts.cues import Cue
from stories import writing
from stories.models import Story


def is_live(item: Item) -> bool:
    """Whether a memory that it is in has been published, also where that is frozen now."""
    return Story.objects.filter(parts__item=item, live=True).exists()


def save(
    item: Item, cues: Iterable[Cue], *, by: User, number: int, by_itself: bool = False
) -> None:
    """Keep these lines; raises Overtaken or Malformed, as all of these do."""
    waits = is_live(item)
    kept = verbs.save(item, cues, by=by, number=number, by_itself=by_itself, waits=waits)
    _note(item, kept, number, by)


def restore(item: Item, revision: TranscriptRevision, *, by: User, number: int) -> None:
    """Make an earlier wording count again."""
    kept = verbs.restore(item, revision, by=by, number=number, waits=is_live(item))
    _note(item, kept, number, by)


def mark_read(item: Item, *, by: User, number: int) -> None:
    """Somebody has read all of a computer's draft; a live memory still waits for another."""
    waits = is_live(item)
    verbs.mark_read(item, by=by, number=number, waits=waits)
    if waits:
        writing.note_what_is_said(item, by=by)


def _note(item: Item, kept: TranscriptRevision, number: int, by: User) -> None:
    """Words that were saved again as they were have no new editor."""
    if kept.number > number:
        writing.note_what_is_said(item, by=by)
