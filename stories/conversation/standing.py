"""Where each point stands now, and whether what it is about is still as it was."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from stories.conversation import quotes
from stories.conversation.quotes import Quote
from stories.models import Pin, Pinned, StoryPart

Point = TypeVar("Point", bound=Pinned)


class Place(StrEnum):
    """What became of the place that a point is about."""

    HERE = "here"
    CHANGED = "changed"
    GONE = "gone"


@dataclass(frozen=True)
class Standing(Generic[Point]):
    """A point beside its part; without one where it is about the whole, or its part is gone."""

    point: Point
    part: StoryPart | None
    place: Place
    quote: Quote | None = None

    @property
    def is_changed(self) -> bool:
        """Whether what it is about is no longer as the teacher saw it."""
        return self.place != Place.HERE


def of(points: Iterable[Point], parts: Sequence[StoryPart]) -> list[Standing[Point]]:
    """Each point where it stands in these parts, the part in which it was pinned first."""
    return [_standing(point, parts) for point in points]


def _standing(point: Point, parts: Sequence[StoryPart]) -> Standing[Point]:
    if point.pin == Pin.WHOLE:
        return Standing(point, None, Place.HERE)
    likeliest = sorted(parts, key=lambda part: part.pk != point.part_id)
    if point.pin == Pin.WORDS:
        return _words(point, likeliest)
    part = next((part for part in likeliest if _is_it(point, part)), None)
    return Standing(point, part, Place.HERE if part else Place.GONE)


def _is_it(point: Pinned, part: StoryPart) -> bool:
    """An item is the same in another place of the memory; words are the same part."""
    if point.item_id is not None:
        return bool(part.item_id == point.item_id)
    return part.item_id is None and part.pk is not None and part.pk == point.part_id


def _words(point: Point, likeliest: Sequence[StoryPart]) -> Standing[Point]:
    for each in likeliest:
        quote = quotes.find(each.text, point.quote, point.before, point.after)
        if quote is not None:
            return Standing(point, each, Place.HERE, quote)
    part = next((part for part in likeliest if part.pk == point.part_id), None)
    return Standing(point, part, Place.CHANGED if part else Place.GONE)
