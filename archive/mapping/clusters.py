"""Places that stand too near each other to be told apart, drawn as one.

They are drawn in pixels of the zoom asked for (``archive.mapping.mercator``). Places are gathered
over the whole map and not over the part that is seen, so that nothing jumps while one moves it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from math import hypot
from typing import Any

from archive.mapping import mercator
from archive.mapping.asking import Asked, Box
from archive.mapping.counting import Counts, counts
from archive.shapes import stories
from archive.stamps import fact
from archive.subjects import gazetteer
from stories.models import Place

TILE = 256  # pixels: the whole world at zoom 0
APART = 56  # pixels: two buttons of a thumb's size beside each other
MOST = 80
"""Of one answer: some 40 kB, and as many as anybody can tell apart."""

Spot = tuple[float, float]


@dataclass(frozen=True)
class Cluster:
    """One or more places, with how many different memories stand there."""

    places: tuple[Place, ...]
    count: int
    latitude: float
    longitude: float

    @property
    def bounds(self) -> Box:
        latitudes = [place.latitude for place in self.places]
        longitudes = [place.longitude for place in self.places]
        return Box(min(longitudes), min(latitudes), max(longitudes), max(latitudes))

    @property
    def only(self) -> Place | None:
        return self.places[0] if len(self.places) == 1 else None

    @property
    def label(self) -> str:
        if self.only is None:
            return f"{stories(self.count)} at {len(self.places)} places"
        return f"{stories(self.count)} at {named(self.only)}"

    def as_json(self) -> dict[str, Any]:
        bounds, place = self.bounds, self.only
        return {
            "count": self.count,
            "label": self.label,
            "centre": [round(self.longitude, 6), round(self.latitude, 6)],
            "bounds": [bounds.west, bounds.south, bounds.east, bounds.north],
            "places": len(self.places),
            "place": place
            and {
                "slug": place.slug,
                "name": place.name,
                "url": place.get_absolute_url(),
                "count": self.count,
                "estimated": is_estimated(place),
            },
        }


def is_estimated(place: Place) -> bool:
    return place.basis == Place.Basis.ESTIMATE


def named(place: Place) -> str:
    """The name of a place, saying where it is only roughly known."""
    return f"{place.name} (somewhere near here)" if is_estimated(place) else place.name


def clusters(asked: Asked) -> list[Cluster]:
    """What is seen of the map: never more than MOST, however many places there are."""
    apart = APART
    while True:
        seen = [one for one in _whole_map(asked, apart) if _is_seen(one, asked.box)]
        if len(seen) <= MOST:
            return seen
        apart *= 2


def _whole_map(asked: Asked, apart: int) -> list[Cluster]:
    """Of all years, gathered once for each zoom until a place or a count changes."""
    if asked.is_timed:
        return _drawn(asked, apart)
    name = f"clusters:{asked.of}:{asked.zoom}:{apart}"
    return fact(name, lambda: _drawn(asked, apart))


def _drawn(asked: Asked, apart: int) -> list[Cluster]:
    counted = counts(asked)
    told = [place for place in gazetteer() if counted.at.get(place.pk)]
    told.sort(key=lambda place: (-counted.at[place.pk], place.pk))
    return [_cluster(near, counted) for near in _gathered(told, asked.zoom, apart)]


def _is_seen(cluster: Cluster, box: Box | None) -> bool:
    return box is None or box.holds(cluster.latitude, cluster.longitude)


def _cluster(places: list[Place], counts: Counts) -> Cluster:
    """It stands in the middle, nearer to where more is told."""
    weights = [counts.at[place.pk] for place in places]
    whole = sum(weights)
    return Cluster(
        places=tuple(places),
        count=counts.memories([place.pk for place in places]),
        latitude=sum(p.latitude * w for p, w in zip(places, weights, strict=True)) / whole,
        longitude=sum(p.longitude * w for p, w in zip(places, weights, strict=True)) / whole,
    )


def _gathered(told: list[Place], zoom: int, apart: int) -> Iterator[list[Place]]:
    """Each place that is not taken yet takes those around it; the most told of come first.

    Only the squares around one are looked through, so the work grows with the places alone.
    """
    squares: dict[tuple[int, int], list[Place]] = defaultdict(list)
    where = {place.pk: pixels(place, zoom) for place in told}
    for place in told:
        squares[_square(where[place.pk], apart)].append(place)
    taken: set[int] = set()
    for place in told:
        if place.pk in taken:
            continue
        near = [
            other
            for other in _around(squares, _square(where[place.pk], apart))
            if other.pk not in taken and _distance(where[place.pk], where[other.pk]) < apart
        ]
        taken.update(other.pk for other in near)
        yield near


def pixels(place: Place, zoom: int) -> Spot:
    """How far east and south of the corner of the world a place is drawn."""
    side = TILE * 2**zoom
    return mercator.across(place.longitude, side), mercator.down(place.latitude, side)


def _square(spot: Spot, apart: int) -> tuple[int, int]:
    return int(spot[0] // apart), int(spot[1] // apart)


def _around(
    squares: dict[tuple[int, int], list[Place]], square: tuple[int, int]
) -> Iterator[Place]:
    across, down = square
    for x in (across - 1, across, across + 1):
        for y in (down - 1, down, down + 1):
            yield from squares.get((x, y), ())


def _distance(one: Spot, other: Spot) -> float:
    return hypot(one[0] - other[0], one[1] - other[1])
