"""Ten years at a time: how the timeline and the list speak of when it was."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from archive.shapes import Record
from stories.querysets import StoryQuerySet

SAID = re.compile(r"(\d{3})0s?")
SAID_YEAR = re.compile(r"[12][0-9]{3}")
ABOUT = "~?%"
"""What a date in the Extended Date/Time Format carries that is approximate, uncertain or both."""


@dataclass(frozen=True)
class Decade:
    """Ten years, named by their first: 1970 for "the 1970s"."""

    start: int

    @property
    def slug(self) -> str:
        return f"{self.start}s"

    @property
    def label(self) -> str:
        return f"The {self.start}s"


def read(said: str) -> Decade | None:
    """The decade of "1970s" or "1970"; None for anything else."""
    match = SAID.fullmatch(said.strip())
    return Decade(int(match[1]) * 10) if match and match[1] != "000" else None


def read_year(said: str) -> int | None:
    """The year of "1974"; None for anything else."""
    return int(said) if SAID_YEAR.fullmatch(said) else None


def is_about(edtf: str) -> bool:
    """Whether whoever told it was not sure of the time: "about 1972" is read as 1972~."""
    return any(mark in edtf for mark in ABOUT)


def touching(stories: StoryQuerySet, decade: Decade) -> StoryQuerySet:
    """Memories of a time that touches the decade: "1968 to 1972" is in two."""
    return touching_years(stories, decade.start, decade.start + 9)


def touching_years(stories: StoryQuerySet, first: int, last: int) -> StoryQuerySet:
    """Memories of a time that touches these years."""
    began, ended = date(first, 1, 1), date(last, 12, 31)
    return stories.filter(when_earliest__lte=ended, when_latest__gte=began)


def touched(record: Record) -> tuple[Decade, ...]:
    """The decades that its time touches, as ``touching`` finds them."""
    if record.earliest is None or record.latest is None:
        return ()
    first, last = record.earliest.year // 10 * 10, record.latest.year // 10 * 10
    return tuple(Decade(start) for start in range(first, last + 1, 10))
