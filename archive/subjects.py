"""Places and funds of knowledge as ways in, each with how many public memories it has."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from math import cos, hypot, radians
from typing import Any

from django.db.models import Count, IntegerField, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from stories.models import Fund, Place, Story, TaggedFund, TaggedPlace

OURS = frozenset({"Collyhurst", "Harpurhey"})

WEST, NORTH = -2.262, 53.538
"""The north-west corner of the drawn map, in WGS84 degrees."""
WIDE, HIGH = 0.090, 0.056
"""How far the drawn map reaches east and south, in degrees."""
SIDE = 1000
"""The width and the height of the drawn map, in its units."""
VIEW = 420
"""How much of the drawn map is shown around one place, in its units."""
KILOMETRES_IN_A_DEGREE = 111.2


@dataclass(frozen=True)
class Pin:
    """A place on the drawn map, which is a thousand units wide and a thousand high."""

    x: float
    y: float
    label: str
    url: str
    key: str
    selected: bool = False


@dataclass(frozen=True)
class Window:
    """A fund of knowledge as a window of the mill."""

    url: str
    slug: str
    label: str
    meaning: str


@dataclass(frozen=True)
class Neighbour:
    """A place near another one, and how far: kilometres as the crow flies."""

    place: Place
    kilometres: float


def places() -> list[Place]:
    """Every place by name, with ``memories`` that are public. One query."""
    return list(Place.objects.annotate(memories=_public(TaggedPlace.objects.all())))


def funds() -> list[Fund]:
    """Every fund in its order, with ``memories`` that are public. One query."""
    return list(Fund.objects.annotate(memories=_public(TaggedFund.objects.all())))


def by_area(known: list[Place]) -> list[tuple[str, list[Place]]]:
    """Places under the name of their area, our two neighbourhoods first."""
    ordered = sorted(known, key=lambda place: (place.area not in OURS, place.area, place.name))
    return [(area, list(group)) for area, group in groupby(ordered, lambda place: place.area)]


def pins(known: list[Place], *, selected: Place | None = None) -> list[Pin]:
    """Pins of the places that the drawn map reaches."""
    drawn = [_pin(place, place == selected) for place in known]
    return [pin for pin in drawn if 0 <= pin.x <= SIDE and 0 <= pin.y <= SIDE]


def near(place: Place, known: list[Place], most: int = 5) -> list[Neighbour]:
    """The nearest other places, the nearest first."""
    others = [Neighbour(other, _distance(place, other)) for other in known if other != place]
    return sorted(others, key=lambda neighbour: neighbour.kilometres)[:most]


def view_around(place: Place) -> str:
    """The part of the drawn map around a place, as the map component wants it: "x y w h"."""
    pin = _pin(place, True)
    left = min(max(pin.x - VIEW / 2, 0), SIDE - VIEW)
    top = min(max(pin.y - VIEW / 2, 0), SIDE - VIEW)
    return f"{left:.0f} {top:.0f} {VIEW} {VIEW}"


def windows(known: Iterable[Fund]) -> list[Window]:
    """Funds as the windows of the mill."""
    return [Window(f.get_absolute_url(), f.slug, f.name, f.meaning) for f in known]


def _pin(place: Place, selected: bool) -> Pin:
    x = round((place.longitude - WEST) / WIDE * SIDE, 1)
    y = round((NORTH - place.latitude) / HIGH * SIDE, 1)
    return Pin(x, y, place.name, place.get_absolute_url(), place.slug, selected)


def _distance(one: Place, other: Place) -> float:
    """Kilometres, on a plane that is good enough within one town."""
    north = (one.latitude - other.latitude) * KILOMETRES_IN_A_DEGREE
    east = (one.longitude - other.longitude) * KILOMETRES_IN_A_DEGREE
    return hypot(north, east * cos(radians(one.latitude)))


def _public(tagged: QuerySet[Any]) -> Coalesce:
    """How many public memories carry the tag of the row outside."""
    public = tagged.filter(tag=OuterRef("pk"), content_object__in=Story.objects.public())
    counted = public.order_by().values("tag").annotate(count=Count("pk")).values("count")
    return Coalesce(Subquery(counted, output_field=IntegerField()), 0)
