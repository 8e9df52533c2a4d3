"""What the page of the map shows: places with memories, and the stack of the one that is open."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils.http import urlencode

from archive import subjects
from archive.filters import KINDS
from archive.mapping.asking import Asked, Box
from archive.mapping.clusters import is_estimated
from archive.mapping.counting import Counts
from archive.records import NEWEST, Shelf
from archive.shapes import Record, stories
from stories.models import Place
from stories.places import drawn
from stories.places.drawn import HIGH, NORTH, SIDE, WEST, WIDE, Pin

A_STACK = 3
"""Memories of a place that the map shows; the rest are one click away."""

FIRST_YEAR, LAST_YEAR = 1900, 2029
"""The years that can be chosen, ten at a time. An address may name any other."""

SMALLEST_VIEW = 120
"""How near the drawn map can be looked at, in its units."""


@dataclass(frozen=True)
class Spot:
    """A place with memories, as the list beside the map tells of it."""

    place: Place
    count: int
    url: str
    is_estimated: bool
    is_open: bool

    @property
    def stories(self) -> str:
        return stories(self.count)


@dataclass(frozen=True)
class Stack:
    """The place that is open: its first memories, and the way to all of them."""

    place: Place
    cards: list[Record]
    more: str
    all_of_them: str


@dataclass(frozen=True)
class Choice:
    """One thing to choose in the form."""

    value: str
    label: str
    is_chosen: bool


def spots(asked: Asked, known: Iterable[Place], counts: Counts, opened: str) -> list[Spot]:
    """The places with memories of what was asked for, by name."""
    page = reverse("map")
    return [
        Spot(
            place,
            counts.at[place.pk],
            f"{page}?{asked.query(place=place.slug)}#here",
            is_estimated(place),
            place.slug == opened,
        )
        for place in known
        if counts.at.get(place.pk)
    ]


def pins(shown: Iterable[Spot]) -> list[Pin]:
    """Those that the drawn map reaches, each leading to its stack."""
    made = [
        replace(
            drawn.pin(spot.place, selected=spot.is_open, url=spot.url),
            guessed=spot.is_estimated,
        )
        for spot in shown
    ]
    return drawn.on_the_map(made)


def summary(asked: Asked, shown: list[Spot], counts: Counts) -> str:
    """How many memories stand in sight, in words. One of two places is one memory."""
    if not shown and asked.box:
        return "No story in view."
    if not shown:
        return "No story fits that." if asked.query() else "No story is pinned here yet."
    number = counts.memories([spot.place.pk for spot in shown])
    places = "1 place" if len(shown) == 1 else f"{len(shown)} places"
    return f"{stories(number)} at {places}{' in view' if asked.box else ''}"


def stack(asked: Asked, spot: Spot) -> Stack:
    """The newest memories of a place. Five queries."""
    told = asked.memories_of_the_time().filter(tagged_places__tag=spot.place)
    cards = Shelf(told.order_by(*NEWEST))[:A_STACK]
    return Stack(spot.place, cards, _more(asked, spot), _listed(asked, spot.place))


def _more(asked: Asked, spot: Spot) -> str:
    """The list knows no years: it tells of any time."""
    if asked.is_timed:
        return "All stories from here, of any time"
    return "See it in the list" if spot.count == 1 else f"All {spot.count} stories from here"


def _listed(asked: Asked, place: Place) -> str:
    asks = {
        "place": place.slug,
        "fund": asked.fund.slug if asked.fund else "",
        "kind": asked.kind,
    }
    query = urlencode({name: value for name, value in asks.items() if value})
    return f"{reverse('stories')}?{query}"


def choices(asked: Asked) -> dict[str, list[Choice]]:
    """What the form offers, under the name of each of its lists. One query."""
    chosen = asked.fund.slug if asked.fund else ""
    return {
        "from": _years(range(FIRST_YEAR, LAST_YEAR, 10), asked.first, "Any time"),
        "to": _years(range(FIRST_YEAR + 9, LAST_YEAR + 1, 10), asked.last, "Today"),
        "fund": _choices([(f.slug, f.name) for f in subjects.funds()], chosen, "Anything"),
        "kind": _choices(list(KINDS.items()), asked.kind, "Anything"),
    }


def _years(offered: Iterable[int], asked: int | None, open_end: str) -> list[Choice]:
    years = sorted({*offered, *([asked] if asked is not None else [])})
    return _choices([(str(y), str(y)) for y in years], str(asked or ""), open_end)


def _choices(pairs: list[tuple[str, str]], chosen: str, open_end: str) -> list[Choice]:
    return [Choice(value, label, value == chosen) for value, label in [("", open_end), *pairs]]


def view(asked: Asked) -> str:
    """The part of the drawn map that was asked for, as the map component wants it."""
    if asked.box is None:
        return ""
    side = max(_across(asked.box), _down(asked.box), SMALLEST_VIEW)
    side = min(side, SIDE)
    middle = (asked.box.west + asked.box.east) / 2, (asked.box.north + asked.box.south) / 2
    left = (middle[0] - WEST) / WIDE * SIDE - side / 2
    top = (NORTH - middle[1]) / HIGH * SIDE - side / 2
    left, top = (min(max(edge, 0), SIDE - side) for edge in (left, top))
    return f"{left:.0f} {top:.0f} {side:.0f} {side:.0f}"


def _across(box: Box) -> float:
    return (box.east - box.west) / WIDE * SIDE


def _down(box: Box) -> float:
    return (box.north - box.south) / HIGH * SIDE


def ground() -> dict[str, Any]:
    """What the map that moves stands on: where our drawing lies, or whose tiles."""
    return {
        "bounds": f"{NORTH - HIGH:.4f},{WEST:.4f},{NORTH:.4f},{WEST + WIDE:.4f}",
        "tiles": settings.MAP_TILES_URL,
        "attribution": settings.MAP_TILES_ATTRIBUTION,
    }
