"""A voice clip: some seconds of a recording of a public memory, with the words said in them.

What is held back is in no clip: neither when a curator cuts one, nor when a passage of it
is held back later.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse

from archive.shapes import Record, RecordItem
from media.formats import Kind
from media.models import HeldPassage
from media.transcripts import clock
from media.transcripts.cues import Span
from media.transcripts.lines import Line

LONGEST_MS = 3 * 60 * 1000
"""Milliseconds of a clip; whoever wants more is led to the memory."""

Held = dict[str, list[Span]]
"""What is held back of each item, by its ref."""


@dataclass(frozen=True)
class Clip:
    """From and to are milliseconds from the beginning of the recording."""

    item: RecordItem
    start_ms: int
    end_ms: int
    lines: tuple[Line, ...]

    @property
    def start(self) -> str:
        """Seconds, as a media fragment writes them (W3C, Media Fragments URI, 4.2.1)."""
        return f"{self.start_ms / 1000:g}"

    @property
    def end(self) -> str:
        return f"{self.end_ms / 1000:g}"

    @property
    def src(self) -> str:
        """The sound through the one door, and which seconds of it."""
        return f"{reverse('file', args=[self.item.ref, 'sound.m4a'])}#t={self.start},{self.end}"

    @property
    def length(self) -> str:
        """How long it plays, as one says it: `0:22`."""
        return clock.said(self.end_ms - self.start_ms)

    @property
    def peaks(self) -> tuple[int, ...]:
        """The part of the drawn band that belongs to these seconds."""
        every = len(self.item.peaks)
        whole = (self.item.seconds or 0) * 1000
        if not every or not whole:
            return ()
        first = int(self.start_ms / whole * every)
        return self.item.peaks[first : max(first + 1, round(self.end_ms / whole * every))]


def recording(record: Record, which: int) -> RecordItem | None:
    """The sound of that number in the memory, counted from one."""
    return of_kind(record, Kind.AUDIO, which)


def of_kind(record: Record, kind: Kind, which: int) -> RecordItem | None:
    """The file of that kind and number, counted from one; None where there is no such."""
    found = [item for item in record.items if item.kind == kind]
    return found[which - 1] if 0 < which <= len(found) else None


def held_in(items: Iterable[RecordItem]) -> Held:
    """What is held back of these items. One query; none for no items."""
    refs = {item.ref for item in items}
    spans: Held = {}
    for held in HeldPassage.objects.filter(item__ref__in=refs).select_related("item"):
        spans.setdefault(held.item.ref, []).append((held.start_ms, held.end_ms))
    return spans


def trouble(item: RecordItem, start_ms: int, end_ms: int, held: Held) -> str:
    """Why these seconds are no clip, as a sentence; empty where they are."""
    if end_ms <= start_ms:
        return "The end has to come after the beginning."
    if end_ms - start_ms > LONGEST_MS:
        return "A clip is three minutes at most. Visitors can hear the rest in the memory itself."
    if item.seconds is not None and end_ms > item.seconds * 1000 + 500:
        return f"This recording is {item.length} long."
    if any(start < end_ms and start_ms < end for start, end in held.get(item.ref, ())):
        return "A part of these seconds is held back. Choose other ones."
    return ""


def cut(item: RecordItem, start_ms: int, end_ms: int, held: Held) -> Clip | None:
    """The clip as it may be heard now, or None."""
    if trouble(item, start_ms, end_ms, held):
        return None
    inside = tuple(x for x in item.said if x.start_ms < end_ms and start_ms < x.end_ms)
    return Clip(item, start_ms, end_ms, inside)
