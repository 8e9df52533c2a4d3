"""What every kind of paper has in common: sheets that are drawn one after the other."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Protocol

from PIL import Image

from media.bounds import MAX_PAGES
from media.recipes.documents.shape import clean
from media.refusals import Refused

WIDTH: Final = 1200
"""Pixels across a page picture."""

TALLEST: Final = 6000
"""Pixels down a page picture; a till receipt is scaled to fit, not refused."""

MOST_WORDS: Final = 20_000
"""Letters kept of one page, and `ALL_WORDS` of one paper."""

ALL_WORDS: Final = 500_000


@dataclass(frozen=True)
class Sheet:
    """One page as a picture on white; `points` (1/72 inch) is the size of its paper."""

    picture: Image.Image
    points: tuple[float, float]
    words: str = ""


class Sheets(Protocol):
    """A paper that is open; a sheet is drawn when it is asked for, and only then held."""

    def __len__(self) -> int:
        """How many sheets there are."""

    def draw(self, index: int, *, reading: bool) -> Sheet:
        """The sheet of that index, with its words if they are wanted; raises Refused."""


def count(sheets: Sheets, most: int = MAX_PAGES) -> int:
    """How many sheets there are; raises Refused for none and for too many."""
    number = len(sheets)
    if number == 0:
        raise Refused("broken")
    if number > most:
        raise Refused("too_many_pages")
    return number


def bounded(texts: list[str]) -> Iterator[str]:
    """The words of each page, cleaned, until all that may be kept is kept."""
    left = ALL_WORDS
    for text in texts:
        words = clean(text)[: min(MOST_WORDS, left)].strip()
        left -= len(words)
        yield words
