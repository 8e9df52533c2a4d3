"""How much is told of which years, and how sure anybody is of it.

"In the 1970s" is a span, from its earliest to its latest day. Where a span lies in a year or a
decade as a whole, the memory is of it; where it only reaches into it, it may be, and both are said
apart. "About 1972" is of the 1970s, and only may be of 1972.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import reduce
from operator import or_
from typing import Any

from django.db.models import Case, Count, F, IntegerField, Q, QuerySet, Value, When, Window
from django.db.models.functions import ExtractYear, RowNumber

from archive import decades
from archive.decades import Decade
from archive.records import Shelf, by_number
from archive.shapes import Record, stories
from archive.stamps import fact, rest_on
from stories.models import Story

KEPT = "archive.density"
MOST_AT_A_STOP = 6
"""Memories that the timeline shows of each decade; the rest are one click away."""

BEGINS_IN = ExtractYear("when_earliest") / 10 * 10
OLDEST = ("when_earliest", "when_latest", "pk")


@dataclass(frozen=True)
class Years:
    """From the first of these years to the end of the last. One year is both."""

    first: int
    last: int

    @property
    def are_one(self) -> bool:
        return self.first == self.last

    def hold(self, record: Record) -> bool:
        """Whether a memory that is of a time surely is of these years."""
        if self.are_one and decades.is_about(record.when_edtf):
            return False
        days = [day.year for day in (record.earliest, record.latest) if day is not None]
        return all(self.first <= year <= self.last for year in days)

    @property
    def held(self) -> Q:
        """The same, for the database."""
        within = Q(when_earliest__year__gte=self.first, when_latest__year__lte=self.last)
        if not self.are_one:
            return within
        about = (Q(when_edtf__contains=mark) for mark in decades.ABOUT)
        return within & ~reduce(or_, about)


@dataclass(frozen=True)
class Bar:
    """So many memories that are of a time, and so many more that may be.

    ``most`` is what the longest bar beside it holds.
    """

    slug: str
    sure: int
    about: int
    most: int

    @property
    def count(self) -> int:
        return self.sure + self.about

    @property
    def sure_width(self) -> int:
        """Of a hundred."""
        return round(self.sure / self.most * 100) if self.most else 0

    @property
    def width(self) -> int:
        """Of a hundred. Whatever there is can be seen."""
        return max(round(self.count / self.most * 100), 1) if self.count else 0

    @property
    def words(self) -> str:
        """The same as the bar, for whoever does not see it."""
        if not self.count:
            return "no story"
        if not self.sure:
            return f"{stories(self.about)} from around then"
        around = f", and {self.about} from around then" if self.about else ""
        return f"{stories(self.sure)}{around}"


@dataclass(frozen=True)
class Stop:
    """A decade on the timeline, and the first of the memories that begin in it."""

    decade: Decade
    bar: Bar
    records: tuple[Record, ...]

    @property
    def count(self) -> int:
        return self.bar.count


@dataclass
class Density:
    """Memories by their first and last year and whether that is only about; and the first few
    that begin in each decade."""

    spans: Counter[tuple[int, int, bool]] = field(default_factory=Counter)
    begun: dict[int, list[int]] = field(default_factory=dict)
    undated: int = 0

    def of_decades(self) -> dict[Decade, Bar]:
        """A bar for each decade of which anything is told, the earliest first."""
        counted = self._counted(10)
        most = max((sum(both) for both in counted.values()), default=0)
        known = [(Decade(start), both) for start, both in sorted(counted.items())]
        return {decade: Bar(decade.slug, *both, most) for decade, both in known}

    def of_years(self, decade: Decade) -> list[Bar]:
        """A bar for each year of a decade, whether anything is told of it or not."""
        counted = self._counted(1)
        years = range(decade.start, decade.start + 10)
        most = max(sum(counted[year]) for year in years)
        return [Bar(str(year), *counted[year], most) for year in years]

    def touching(self, years: Years) -> int:
        """How many are of these years, or may be."""
        reaching = (
            count
            for (first, last, _), count in self.spans.items()
            if first <= years.last and last >= years.first
        )
        return sum(reaching)

    def _counted(self, step: int) -> defaultdict[int, tuple[int, int]]:
        """How many are sure and how many are about, under the first of so many years."""
        counted: defaultdict[int, tuple[int, int]] = defaultdict(lambda: (0, 0))
        for (first, last, is_about), count in self.spans.items():
            starts = range(first // step * step, last + 1, step)
            for start in starts:
                sure, about = counted[start]
                is_sure = len(starts) == 1 and not (is_about and step == 1)
                counted[start] = (sure + count, about) if is_sure else (sure, about + count)
        return counted


def density() -> Density:
    """As it is now. However many memories there are, they are counted once for each change."""
    return fact(KEPT, _count)


def stops(known: Density) -> list[Stop]:
    """Each decade with its first memories. Five queries, however long the line is."""
    records = by_number(number for numbers in known.begun.values() for number in numbers)
    return [
        Stop(decade, bar, _told(known.begun.get(decade.start, ()), records))
        for decade, bar in known.of_decades().items()
    ]


class Told(Shelf):
    """Memories of some years, of which it is known already how many there are."""

    def __init__(self, years: Years, known: Density) -> None:
        """Those that are sure come first, and then those that only may be."""
        told = decades.touching_years(Story.objects.public(), years.first, years.last)
        about = Case(When(years.held, then=Value(0)), default=1, output_field=IntegerField())
        super().__init__(told.order_by(about, *OLDEST))
        self.many = known.touching(years)

    def __len__(self) -> int:
        return self.many


def _told(numbers: Iterable[int], records: dict[int, Record]) -> tuple[Record, ...]:
    return tuple(records[number] for number in numbers if number in records)


def _dated() -> QuerySet[Any]:
    dated: QuerySet[Any] = Story.objects.public().exclude(when_earliest=None)
    return dated


def _count() -> Density:
    """Three questions to the database, which adds up by time."""
    rest_on("stories")
    known = Density(undated=Story.objects.public().filter(when_earliest=None).count())
    times = _dated().order_by().values_list("when_earliest", "when_latest", "when_edtf")
    for earliest, latest, edtf, count in times.annotate(count=Count("pk")):
        known.spans[earliest.year, latest.year, decades.is_about(edtf)] += count
    for number, decade in _first_of_each():
        known.begun.setdefault(decade, []).append(number)
    return known


def _first_of_each() -> QuerySet[Any]:
    """Numbers of memories, each with the decade that it begins in."""
    place = Window(RowNumber(), partition_by=F("begins"), order_by=OLDEST)
    rows = _dated().annotate(begins=BEGINS_IN).annotate(place=place)
    first: QuerySet[Any] = rows.filter(place__lte=MOST_AT_A_STOP).order_by(*OLDEST)
    return first.values_list("pk", "begins")
