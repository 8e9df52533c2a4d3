"""How many public memories stand at each place, whatever years are asked for.

A memory of two places stands at both of them and is still one memory, so those that are told of
several places are known by their places together.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Hashable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from itertools import groupby
from typing import Any, TypeVar

from django.db.models import Count, QuerySet

from archive.mapping.asking import Asked
from archive.stamps import fact, rest_on
from stories.models import TaggedPlace

KEPT = "archive.map"
BEGINS, ENDS = "content_object__when_earliest", "content_object__when_latest"

Several = tuple[int, ...]
Thing = TypeVar("Thing", bound=Hashable)


@dataclass(frozen=True)
class Counts:
    """Memories at each place, and how many of them are told of several places together."""

    at: dict[int, int]
    together: dict[Several, int]

    def memories(self, places: Collection[int]) -> int:
        """How many different memories stand at any of these places."""
        wanted = set(places)
        said_again = sum(
            count * (shared - 1)
            for several, count in self.together.items()
            if (shared := len(wanted.intersection(several))) > 1
        )
        return sum(self.at.get(place, 0) for place in wanted) - said_again


@dataclass
class Times:
    """When some memories begin and end, by year. One without a time is in ``told`` alone."""

    told: int = 0
    begun: Counter[int] = field(default_factory=Counter)
    ended: Counter[int] = field(default_factory=Counter)

    def add(self, earliest: date | None, latest: date | None, count: int = 1) -> None:
        self.told += count
        if earliest is not None and latest is not None:
            self.begun[earliest.year] += count
            self.ended[latest.year] += count

    def touching(self, first: int | None, last: int | None) -> int:
        """Memories of a time that touches these years: all that have one, without those that
        had ended before, and those that had not begun."""
        before = sum(n for year, n in self.ended.items() if first is not None and year < first)
        after = sum(n for year, n in self.begun.items() if last is not None and year > last)
        return self.begun.total() - before - after


@dataclass
class Calendar:
    """The times of the memories at each place, and of those of several places."""

    at: dict[int, Times] = field(default_factory=dict)
    together: dict[Several, Times] = field(default_factory=dict)

    def of_any_time(self) -> Counts:
        return Counts(
            {place: times.told for place, times in self.at.items()},
            {several: times.told for several, times in self.together.items()},
        )

    def touching(self, first: int | None, last: int | None) -> Counts:
        return Counts(_touching(self.at, first, last), _touching(self.together, first, last))


def counts(asked: Asked) -> Counts:
    """As they are now. However many memories there are, they are counted once for each change."""
    if asked.is_timed:
        return _calendar(asked).touching(asked.first, asked.last)
    name = f"{KEPT}:{asked.of}"
    return fact(name, lambda: _calendar(asked).of_any_time())


def _calendar(asked: Asked) -> Calendar:
    return fact(f"{KEPT}.times:{asked.of}", lambda: _Counting(asked).calendar)


class _Counting:
    """Two questions to the database, which adds up by place and time."""

    def __init__(self, asked: Asked) -> None:
        self.is_narrowed = bool(asked.fund or asked.kind)
        self.tagged: QuerySet[Any] = TaggedPlace.objects.filter(
            content_object__in=asked.memories().order_by()
        ).order_by()

    @cached_property
    def calendar(self) -> Calendar:
        rest_on("stories" if self.is_narrowed else "tally")
        calendar = Calendar()
        added_up = self.tagged.values_list("tag", BEGINS, ENDS).annotate(count=Count("pk"))
        for place, earliest, latest, count in added_up.iterator():
            calendar.at.setdefault(place, Times()).add(earliest, latest, count)
        for several, earliest, latest in self._told_of_several():
            calendar.together.setdefault(several, Times()).add(earliest, latest)
        return calendar

    def _told_of_several(self) -> Iterator[tuple[Several, date | None, date | None]]:
        places = self.tagged.values("content_object").annotate(places=Count("pk"))
        told = self.tagged.filter(
            content_object__in=places.filter(places__gt=1).values("content_object")
        )
        rows = told.order_by("content_object", "tag")
        rows = rows.values_list("content_object", "tag", BEGINS, ENDS)
        for _, one in groupby(rows.iterator(), lambda row: row[0]):
            tagged = list(one)
            yield tuple(row[1] for row in tagged), tagged[0][2], tagged[0][3]


def _touching(known: dict[Thing, Times], first: int | None, last: int | None) -> dict[Thing, int]:
    counted = {thing: times.touching(first, last) for thing, times in known.items()}
    return {thing: count for thing, count in counted.items() if count}
