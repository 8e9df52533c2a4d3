"""What a recipe hands back: clean files in a scratch folder, and what was measured."""

from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from typing import Any

Progress = Callable[[int], None]
"""Told the percentage done, 0 to 100, and at least once a second while a child works."""


def part(on_progress: Progress, start: int, end: int) -> Progress:
    """The progress of one pass of several, which goes from `start` to `end` per cent."""
    return lambda percent: on_progress(start + (end - start) * percent // 100)


@dataclass(frozen=True)
class Made:
    """One derivative: its name is both its door name and its file name in the scratch folder."""

    name: str
    content_type: str
    width: int | None = None
    height: int | None = None


@dataclass(frozen=True)
class Outcome:
    """All derivatives of an item; pixels, seconds and pages as measured by full decoding.

    `placeholder` is a picture of a few pixels as a data URI, `colour` is "#rrggbb", `peaks`
    are loudness from 0 to 100 in equal steps of time, `texts` is what each page says.
    """

    made: tuple[Made, ...] = field(default=())
    width: int | None = None
    height: int | None = None
    duration: float | None = None
    pages: int | None = None
    placeholder: str = ""
    colour: str = ""
    peaks: tuple[int, ...] = field(default=())
    texts: tuple[str, ...] = field(default=())

    def as_json(self) -> dict[str, Any]:
        """The outcome as a child writes it to its parent."""
        return asdict(self)

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> "Outcome":
        """The outcome as a parent reads it from its child."""
        made = tuple(Made(**made) for made in data["made"])
        peaks, texts = tuple(data["peaks"]), tuple(data["texts"])
        return cls(**{**data, "made": made, "peaks": peaks, "texts": texts})
