"""What a place or a fund tells besides its list: its voices, some lines, and how it changed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, F, OuterRef, QuerySet, Window
from django.db.models.functions import RowNumber

from archive import lines, records
from archive.density import BEGINS_IN
from archive.records import NEWEST
from archive.shapes import Record, RecordItem
from media.formats import Kind
from media.models import Status
from stories.models import StoryPart
from stories.querysets import StoryQuerySet

MOST_VOICES, MOST_LINES, MOST_BETWEEN = 2, 2, 6
LOOKED_AT = 8
"""Memories in which a line to pull out is looked for."""

A_CHANGE = 10
"""Years between the first and the last of what is told, from which on something has changed."""


@dataclass(frozen=True)
class Spoken:
    """A recording, and a line that is said in it and by whom, where that is written down."""

    record: Record
    item: RecordItem
    line: str
    speaker: str = ""


@dataclass(frozen=True)
class Pulled:
    """A sentence of a memory."""

    record: Record
    line: str


@dataclass(frozen=True)
class Changed:
    """The earliest and the latest that is told, and what lies between, in the order of time."""

    then: Record
    between: tuple[Record, ...]
    now: Record


@dataclass(frozen=True)
class Portrait:
    """Everything of it is public at this moment."""

    voices: tuple[Spoken, ...] = ()
    pulled: tuple[Pulled, ...] = ()
    changed: Changed | None = None


def of(told: StoryQuerySet) -> Portrait:
    """The portrait that these memories make. Eleven queries, however many they are."""
    public = told.public()
    heard = with_a_voice(public)[:MOST_VOICES]
    newest = list(public.order_by(*NEWEST).values_list("pk", flat=True)[:LOOKED_AT])
    in_time = _in_time(public)
    known = records.in_full([*heard, *newest, *in_time])
    voices = tuple(spoken for record in _of(heard, known) if (spoken := spoken_of(record)))
    others = [number for number in newest if number not in heard]
    return Portrait(voices, _pulled(_of(others, known)), _changed(_of(in_time, known)))


def with_a_voice(public: StoryQuerySet, **sought: Any) -> QuerySet[Any, int]:
    """Those that hold a sound, by their rows, the newest first."""
    sound = StoryPart.objects.filter(
        story=OuterRef("pk"), item__kind=Kind.AUDIO, item__status=Status.READY, **sought
    )
    return public.filter(Exists(sound)).order_by(*NEWEST).values_list("pk", flat=True)


def spoken_of(record: Record) -> Spoken | None:
    """A recording of a memory, one with its words sooner than one without."""
    sounds = [item for item in record.open_items if item.kind == Kind.AUDIO]
    if not sounds:
        return None
    item = max(sounds, key=lambda sound: bool(sound.said))
    return Spoken(record, item, lines.said(item), item.said[0].speaker if item.said else "")


def _in_time(public: StoryQuerySet) -> list[int]:
    """The first of each decade in the order of time, and then the very latest."""
    order = ("when_earliest", "when_latest", "pk")
    place = Window(RowNumber(), partition_by=F("begins"), order_by=order)
    dated = public.exclude(when_earliest=None).annotate(begins=BEGINS_IN, place=place)
    first = list(dated.filter(place=1).order_by(*order).values_list("pk", flat=True))
    latest = public.exclude(when_latest=None).order_by("-when_latest", "-when_earliest", "-pk")
    last = list(latest.values_list("pk", flat=True)[:1])
    return [number for number in first if number not in last] + last


def _changed(in_time: list[Record]) -> Changed | None:
    if len(in_time) < 2 or _years(in_time[0], in_time[-1]) < A_CHANGE:  # noqa: PLR2004
        return None
    then, *between, now = in_time
    return Changed(then, tuple(_spread(between)), now)


def _years(then: Record, now: Record) -> int:
    return now.latest.year - then.earliest.year if then.earliest and now.latest else 0


def _spread(between: list[Record]) -> list[Record]:
    """Not more than fit, from the whole of the time."""
    step = max(len(between) / MOST_BETWEEN, 1)
    return [between[int(at * step)] for at in range(min(len(between), MOST_BETWEEN))]


def _pulled(found: Iterable[Record]) -> tuple[Pulled, ...]:
    pulled = (Pulled(record, line) for record in found if (line := lines.told(record)))
    return tuple(one for one, _ in zip(pulled, range(MOST_LINES), strict=False))


def _of(numbers: Iterable[int], known: dict[int, Record]) -> list[Record]:
    return [known[number] for number in numbers if number in known]
