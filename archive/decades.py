"""Ten years at a time: how the timeline and the list speak of when it was."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, F, QuerySet, Window
from django.db.models.functions import ExtractYear, RowNumber

from archive.records import Shelf, by_number
from archive.shapes import Record
from archive.stamps import rest_on
from stories.models import Story
from stories.querysets import StoryQuerySet

SAID = re.compile(r"(\d{3})0s?")
MOST_AT_A_STOP = 6
"""Memories that the timeline shows of each decade; the rest are one click away."""

BEGINS_IN = ExtractYear("when_earliest") / 10 * 10


@dataclass(frozen=True)
class Decade:
    """Ten years, named by their first: 1970 for "the 1970s"."""

    start: int

    @property
    def slug(self) -> str:
        return f"{self.start}s"

    @property
    def label(self) -> str:
        return f"The {self.start}s"


@dataclass(frozen=True)
class Stop:
    """A decade on the timeline: how many memories begin in it, and the first of them."""

    decade: Decade
    count: int
    records: tuple[Record, ...]


def read(said: str) -> Decade | None:
    """The decade of "1970s" or "1970"; None for anything else."""
    match = SAID.fullmatch(said.strip())
    return Decade(int(match[1]) * 10) if match and match[1] != "000" else None


def touching(stories: StoryQuerySet, decade: Decade) -> StoryQuerySet:
    """Memories of a time that touches the decade: "1968 to 1972" is in two."""
    first, last = date(decade.start, 1, 1), date(decade.start + 9, 12, 31)
    return stories.filter(when_earliest__lte=last, when_latest__gte=first)


def touched(record: Record) -> tuple[Decade, ...]:
    """The decades that its time touches, as ``touching`` finds them."""
    if record.earliest is None or record.latest is None:
        return ()
    first, last = record.earliest.year // 10 * 10, record.latest.year // 10 * 10
    return tuple(Decade(start) for start in range(first, last + 1, 10))


def stops() -> list[Stop]:
    """The timeline: each decade with its first memories. Seven queries, however long it is."""
    rest_on("stories")
    first = _first_of_each()
    return [Stop(Decade(start), count, first.get(start, ())) for start, count in _counted()]


def undated() -> int:
    """How many public memories say nothing of when they were, or nothing we can read."""
    return len(Shelf(Story.objects.filter(when_earliest=None)))


def _dated() -> QuerySet[Any]:
    dated: QuerySet[Any] = Story.objects.public().annotate(begins=BEGINS_IN)
    return dated.exclude(when_earliest=None)


def _counted() -> list[tuple[int, int]]:
    rows = _dated().values("begins").annotate(count=Count("pk")).order_by("begins")
    return list(rows.values_list("begins", "count"))


def _first_of_each() -> dict[int, tuple[Record, ...]]:
    order = ("when_earliest", "when_latest", "pk")
    place = Window(RowNumber(), partition_by=F("begins"), order_by=order)
    rows = _dated().annotate(place=place).filter(place__lte=MOST_AT_A_STOP).order_by(*order)
    numbers = list(rows.values_list("pk", "begins"))
    records = by_number(number for number, _ in numbers)
    grouped: dict[int, list[Record]] = {}
    for number, begins in numbers:
        if number in records:
            grouped.setdefault(begins, []).append(records[number])
    return {begins: tuple(found) for begins, found in grouped.items()}
