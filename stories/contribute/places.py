"""Choosing places: one list by area, and the drawn map beside it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter

from stories.models import Place
from stories.places import drawn
from stories.places.drawn import Pin


@dataclass(frozen=True)
class Choice:
    """One place to tick, which is also one pin."""

    place: Place
    ticked: bool

    def pin(self) -> Pin:
        """It leads nowhere: pressing it ticks the box."""
        return drawn.pin(self.place, selected=self.ticked, url="")


def choices(places: Iterable[Place], ticked: Iterable[str]) -> list[Choice]:
    """Every place, by area and then by name; ``ticked`` are slugs."""
    chosen = set(ticked)
    in_order = sorted(places, key=attrgetter("area", "name"))
    return [Choice(place, place.slug in chosen) for place in in_order]


def by_area(choices: list[Choice]) -> list[tuple[str, list[Choice]]]:
    return [(area, list(group)) for area, group in groupby(choices, key=lambda c: c.place.area)]
