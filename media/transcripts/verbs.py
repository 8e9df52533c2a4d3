"""Writing down what is said: saved, restored, read over by a person, let out to everybody.

Each wording is kept as a revision, but for those that a page saves by itself while
somebody types. Whoever saves says which edition they began from, so that two who type
at once do not undo each other unseen.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from families.models import User
from media.formats import Kind
from media.models.item import Item
from media.models.transcript import Transcript, TranscriptRevision
from media.transcripts import captions, problems, webvtt
from media.transcripts.cues import (
    MAX_BYTES,
    MAX_CHARACTERS,
    MAX_CUES,
    MAX_MS,
    MAX_SPEAKER,
    Cue,
    Cues,
    in_order,
    one_line,
    plain,
)
from media.transcripts.problems import Malformed, Problem

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

RECORDINGS = frozenset({Kind.AUDIO.value, Kind.VIDEO.value})

ONE_SITTING = timedelta(minutes=10)
"""Saves of one person that follow each other this closely belong together."""


class Overtaken(Exception):
    """Another screen saved this transcript since these words were read from it."""


@transaction.atomic
def save(
    item: Item,
    cues: Iterable[Cue],
    *,
    by: User | None,
    number: int,
    by_computer: bool | None = None,
    by_itself: bool = False,
    waits: bool = False,
) -> TranscriptRevision:
    """Keep what is said as the wording that counts, and return its revision.

    `number` is the edition that was read, 0 where there was none. Raises Overtaken or
    Malformed, keeping nothing. Words that are saved again unchanged make no new revision.
    Without `by_computer`, a computer's draft stays one until a person marks it as read.
    What a page saves `by_itself` takes the place of what it saved in the same sitting; the
    same words sent twice, because the answer to the first was lost, overtake nobody.
    Words that have to wait (`waits`) are shown to nobody else before `let_out`.
    """
    transcript = _locked(item)
    vtt = _written(cues)
    is_draft = transcript.by_computer if by_computer is None else by_computer
    last = transcript.revisions.first() if transcript.pk else None
    is_kept = last is not None and (transcript.vtt, transcript.by_computer) == (vtt, is_draft)
    if transcript.number != number and not (is_kept and by_itself):
        raise Overtaken
    if last is not None and is_kept:
        return _meant(last, by_itself)
    if waits and not transcript.waits:
        transcript.shown = "" if transcript.by_computer else transcript.vtt
        transcript.waits = True
    transcript.vtt, transcript.by_computer = vtt, is_draft
    transcript.number = number + 1
    transcript.save()
    revision = _of_this_sitting(last, by, is_draft) if by_itself else None
    if revision is None:
        revision = TranscriptRevision(
            transcript=transcript, by=by, by_computer=is_draft, by_itself=by_itself
        )
    revision.number, revision.vtt = transcript.number, vtt
    revision.save()
    captions.make(item)
    return revision


def _meant(last: TranscriptRevision, by_itself: bool) -> TranscriptRevision:
    """Somebody pressed a button for words that the page had saved: they are kept from now on."""
    if last.by_itself and not by_itself:
        last.by_itself = False
        last.save(update_fields=["by_itself"])
    return last


def _of_this_sitting(
    last: TranscriptRevision | None, by: User | None, is_draft: bool
) -> TranscriptRevision | None:
    """What the page of the same person saved by itself a moment ago, to be written over."""
    if last is None or not last.by_itself:
        return None
    alike = (last.by, last.by_computer) == (by, is_draft)
    return last if alike and timezone.now() - last.made_at < ONE_SITTING else None


@transaction.atomic
def let_out(item: Item) -> None:
    """What waited for a second adult is what everybody reads from now on."""
    waiting = Transcript.objects.filter(item=item, waits=True)
    if waiting.update(waits=False, shown=""):
        captions.make(item)


def restore(
    item: Item, revision: TranscriptRevision, *, by: User, number: int, waits: bool = False
) -> TranscriptRevision:
    """Make an earlier wording count again, as a new edition; raises Overtaken.

    A wording that nobody had read is a draft again.
    """
    cues = webvtt.read(revision.vtt)
    is_draft = revision.by_computer
    return save(item, cues, by=by, number=number, by_computer=is_draft, waits=waits)


@transaction.atomic
def mark_read(item: Item, *, by: User, number: int, waits: bool = False) -> None:
    """A person has read all of this edition of a computer's draft; raises Overtaken."""
    transcript = _locked(item)
    if transcript.number != number:
        raise Overtaken
    if transcript.by_computer:
        said = webvtt.read(transcript.vtt)
        save(item, said, by=by, number=number, by_computer=False, waits=waits)


def _locked(item: Item) -> Transcript:
    """The transcript, or one to begin with; nobody else writes it until the transaction ends."""
    if item.kind not in RECORDINGS:
        raise ValueError("Only what can be heard is written down.")
    Item.objects.select_for_update().get(pk=item.pk)
    found = Transcript.objects.filter(item_id=item.pk).first()
    return found or Transcript(item=item, number=0)


def _written(cues: Iterable[Cue]) -> str:
    sound = in_order(
        replace(cue, text=plain(cue.text), speaker=one_line(cue.speaker)) for cue in cues
    )
    vtt = webvtt.write(sound)
    wrong = [Problem(0, sentence) for fault, sentence in _faults(sound, vtt) if fault]
    if wrong:
        raise Malformed(*wrong)
    return vtt


def _faults(cues: Cues, vtt: str) -> list[tuple[bool, StrOrPromise]]:
    return [
        (len(cues) > MAX_CUES, problems.TOO_MANY),
        (any(len(cue.text) > MAX_CHARACTERS for cue in cues), problems.TOO_LONG),
        (any(len(cue.speaker) > MAX_SPEAKER for cue in cues), problems.LONG_NAME),
        (any(not 0 <= cue.start_ms < cue.end_ms for cue in cues), problems.BACKWARDS),
        (any(cue.end_ms > MAX_MS for cue in cues), problems.TOO_LATE),
        (len(vtt.encode()) > MAX_BYTES, problems.TOO_BIG),
    ]
