"""Writing down what is said: saved, restored, read over by a person.

Each wording is kept as a revision. Whoever saves says which edition they began from,
so that two who type at once do not undo each other unseen.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from django.db import transaction

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

RECORDINGS = frozenset({Kind.AUDIO.value, Kind.VIDEO.value})


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
) -> TranscriptRevision:
    """Keep what is said as the wording that counts, and return its revision.

    `number` is the edition that was read, 0 where there was none. Raises Overtaken or
    Malformed, keeping nothing. Words that are saved again unchanged make no new revision.
    Without `by_computer`, a computer's draft stays one until a person marks it as read.
    """
    transcript = _locked(item)
    if transcript.number != number:
        raise Overtaken
    vtt = _written(cues)
    is_draft = transcript.by_computer if by_computer is None else by_computer
    last = transcript.revisions.first() if transcript.pk else None
    if last is not None and (transcript.vtt, transcript.by_computer) == (vtt, is_draft):
        return last
    transcript.vtt, transcript.by_computer = vtt, is_draft
    transcript.number = number + 1
    transcript.save()
    revision = TranscriptRevision.objects.create(
        transcript=transcript, number=number + 1, vtt=vtt, by=by, by_computer=is_draft
    )
    captions.make(item)
    return revision


def restore(
    item: Item, revision: TranscriptRevision, *, by: User, number: int
) -> TranscriptRevision:
    """Make an earlier wording count again, as a new edition; raises Overtaken.

    A wording that nobody had read is a draft again.
    """
    cues = webvtt.read(revision.vtt)
    return save(item, cues, by=by, number=number, by_computer=revision.by_computer)


@transaction.atomic
def mark_read(item: Item, *, by: User, number: int) -> None:
    """A person has read all of this edition of a computer's draft; raises Overtaken."""
    transcript = _locked(item)
    if transcript.number != number:
        raise Overtaken
    if transcript.by_computer:
        save(item, webvtt.read(transcript.vtt), by=by, number=number, by_computer=False)


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


def _faults(cues: Cues, vtt: str) -> list[tuple[bool, str]]:
    return [
        (len(cues) > MAX_CUES, problems.TOO_MANY),
        (any(len(cue.text) > MAX_CHARACTERS for cue in cues), problems.TOO_LONG),
        (any(len(cue.speaker) > MAX_SPEAKER for cue in cues), problems.LONG_NAME),
        (any(not 0 <= cue.start_ms < cue.end_ms for cue in cues), problems.BACKWARDS),
        (any(cue.end_ms > MAX_MS for cue in cues), problems.TOO_LATE),
        (len(vtt.encode()) > MAX_BYTES, problems.TOO_BIG),
    ]
