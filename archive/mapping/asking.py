"""What is asked of the map: which part of it, how near, which years, and memories of what."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.http import QueryDict
from django.utils.http import urlencode

from archive.filters import KINDS, Filters
from archive.mapping import mercator
from stories.models import Fund, Place, Story
from stories.querysets import StoryQuerySet

ZOOM = 14
"""How near one is when nothing is said, as web maps count: the world is 256 pixels at 0."""
NEAREST = 19
FARTHEST_EAST, FARTHEST_NORTH = 180, 90
"""How far the earth reaches from the corner of its grid, in WGS84 degrees."""

_DEGREES = r"-?[0-9]{1,3}(?:\.[0-9]{1,20})?"
_BOX = re.compile(rf"{_DEGREES}(?:,{_DEGREES}){{3}}")
_WHOLE = re.compile(r"[0-9]{1,2}")
_YEAR = re.compile(r"[12][0-9]{3}")
_SLUG = re.compile(r"[-\w]{1,100}")


class Wrong(ValueError):
    """Something was asked that makes no sense. Its words are for whoever asked."""


@dataclass(frozen=True)
class Box:
    """A part of the earth's surface, in WGS84 degrees."""

    west: float
    south: float
    east: float
    north: float

    @property
    def is_on_earth(self) -> bool:
        """Whether its edges are in their order, and none of them is beyond the earth's."""
        farthest = max(abs(self.west), abs(self.east)) <= FARTHEST_EAST
        highest = max(abs(self.south), abs(self.north)) <= FARTHEST_NORTH
        return farthest and highest and self.west < self.east and self.south < self.north

    def holds(self, latitude: float, longitude: float) -> bool:
        return self.south <= latitude <= self.north and self.west <= longitude <= self.east

    def is_of_whole_tiles(self, zoom: int) -> bool:
        """Whether it ends where tiles of web maps do (EPSG:3857): neighbours ask for the same."""
        side = 2**zoom
        west, east = (round(mercator.across(edge, side)) for edge in (self.west, self.east))
        south, north = (round(mercator.down(edge, side)) for edge in (self.south, self.north))
        return str(self) == str(Box.of_tiles(west, south, east, north, zoom))

    @classmethod
    def of_tiles(cls, west: int, south: int, east: int, north: int, zoom: int) -> Box:
        """From the edges of tiles, counted from the north-western corner of the world."""
        side = 2**zoom
        return cls(
            mercator.longitude(west, side),
            mercator.latitude(south, side),
            mercator.longitude(east, side),
            mercator.latitude(north, side),
        )

    def __str__(self) -> str:
        return ",".join(f"{edge:.5f}" for edge in (self.west, self.south, self.east, self.north))


@dataclass(frozen=True)
class Asked:
    """Everything that was asked for. ``first`` and ``last`` are years, either of them open."""

    box: Box | None = None
    zoom: int = ZOOM
    first: int | None = None
    last: int | None = None
    fund: Fund | None = None
    kind: str = ""

    @property
    def is_timed(self) -> bool:
        return self.first is not None or self.last is not None

    @property
    def of(self) -> str:
        """What the memories are of, as a short name to keep a count under."""
        return f"{self.fund.slug if self.fund else ''}:{self.kind}"

    def shows(self, place: Place) -> bool:
        """Whether a place is in the part of the map that was asked for."""
        return self.box is None or self.box.holds(place.latitude, place.longitude)

    def memories(self) -> StoryQuerySet:
        """Public memories of what was asked for, of any time."""
        asked = Filters(
            funds=(self.fund,) if self.fund else (), kinds=(self.kind,) if self.kind else ()
        )
        return asked.narrow(Story.objects.public())

    def memories_of_the_time(self) -> StoryQuerySet:
        """The same, of the years that were asked for, or touching them."""
        stories = self.memories()
        if self.first is not None:
            stories = stories.filter(when_latest__gte=date(self.first, 1, 1))
        if self.last is not None:
            stories = stories.filter(when_earliest__lte=date(self.last, 12, 31))
        return stories.exclude(when_earliest=None) if self.is_timed else stories

    def query(self, **more: str) -> str:
        """The address's question, encoded, with more in it."""
        pairs = {
            "from": self.first,
            "to": self.last,
            "fund": self.fund.slug if self.fund else "",
            "kind": self.kind,
            "bbox": str(self.box) if self.box else "",
            **more,
        }
        return urlencode({name: value for name, value in pairs.items() if value})


def read(given: QueryDict) -> Asked:
    """What an address asks for. Raises Wrong, with a sentence, for the first thing amiss."""
    asked = Asked(**{field: _read(name, given) for name, field in _asked_in(given)})
    if asked.first is not None and asked.last is not None and asked.first > asked.last:
        raise Wrong("“from” has to be a year that is not later than “to”.")
    return asked


def read_kindly(given: QueryDict) -> Asked:
    """The same for a page: what makes no sense is left out, and years are put in their order."""
    values: dict[str, Any] = {}
    for name, field in _asked_in(given):
        try:
            values[field] = _read(name, given)
        except Wrong:
            continue
    asked = Asked(**values)
    if asked.first is not None and asked.last is not None and asked.first > asked.last:
        return replace(asked, first=asked.last, last=asked.first)
    return asked


def _asked_in(given: QueryDict) -> list[tuple[str, str]]:
    return [(name, field) for name, (field, _) in _READERS.items() if given.get(name)]


def _read(name: str, given: QueryDict) -> Any:
    return _READERS[name][1](str(given[name]))


def _box(said: str) -> Box:
    box = Box(*map(float, said.split(","))) if _BOX.fullmatch(said) else None
    if box is None or not box.is_on_earth:
        raise Wrong("“bbox” has to be west,south,east,north in degrees: -2.26,53.48,-2.17,53.54.")
    return box


def _zoom(said: str) -> int:
    if _WHOLE.fullmatch(said) and int(said) <= NEAREST:
        return int(said)
    raise Wrong(f"“zoom” has to be a whole number from 0 to {NEAREST}.")


def _year(said: str) -> int:
    if _YEAR.fullmatch(said):
        return int(said)
    raise Wrong("“from” and “to” have to be years of four figures, such as 1970.")


def _fund(said: str) -> Fund:
    fund = Fund.objects.filter(slug=said).first() if _SLUG.fullmatch(said) else None
    if isinstance(fund, Fund):
        return fund
    raise Wrong("“fund” has to be a fund of knowledge that this archive has.")


def _kind(said: str) -> str:
    if said in KINDS:
        return said
    raise Wrong(f"“kind” has to be one of {', '.join(KINDS)}.")


_READERS: dict[str, tuple[str, Callable[[str], Any]]] = {
    "bbox": ("box", _box),
    "zoom": ("zoom", _zoom),
    "from": ("first", _year),
    "to": ("last", _year),
    "fund": ("fund", _fund),
    "kind": ("kind", _kind),
}
"""The field and the reader of each thing that an address may ask."""
