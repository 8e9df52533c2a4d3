"""Choosing places: one list by area, and the drawn map beside it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter
from typing import Any

from stories.models import Place

# The corner and the size of the drawn map, in WGS84 degrees; it is 1000 units wide and high.
WEST, NORTH = -2.262, 53.538
WIDTH, HEIGHT = 0.090, 0.056
UNITS = 1000


@dataclass(frozen=True)
class Choice:
    """One place to tick, which is also one pin."""

    place: Place
    ticked: bool

    def pin(self) -> dict[str, Any]:
        return {
            "x": (self.place.longitude - WEST) / WIDTH * UNITS,
            "y": (NORTH - self.place.latitude) / HEIGHT * UNITS,
            "label": self.place.name,
            "key": self.place.slug,
            "selected": self.ticked,
        }


def choices(places: Iterable[Place], ticked: Iterable[str]) -> list[Choice]:
    """Every place, by area and then by name; ``ticked`` are slugs."""
    chosen = set(ticked)
    in_order = sorted(places, key=attrgetter("area", "name"))
    return [Choice(place, place.slug in chosen) for place in in_order]


def by_area(choices: list[Choice]) -> list[tuple[str, list[Choice]]]:
    return [(area, list(group)) for area, group in groupby(choices, key=lambda c: c.place.area)]
