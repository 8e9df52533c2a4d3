"""What an RTF file says of the colour of words and of the ground behind them.

Colours are numbers of a table at its start, of which the first is left to the reader.
Rich Text Format 1.9.1.
"""

import re
from dataclasses import dataclass, field
from typing import Final

from media.recipes.documents.contrast import PAPER, UNKNOWN, Colour, Ground, is_unseen

TABLE: Final = re.compile(rb"\\colortbl([^{}]*)[{}]")
PARTS: Final = tuple(
    re.compile(rb"\\" + part + rb"(\d{1,3})") for part in (b"red", b"green", b"blue")
)
PAGE: Final = b"\\*\\background"


@dataclass
class Shades:
    """The colours of a document, and the grounds that hold at the place that is read."""

    colours: list[Colour | None] = field(default_factory=list)
    page: Ground = PAPER
    paragraph: int = 0
    next: int = 0
    cells: list[int] = field(default_factory=list)

    def learn(self, data: bytes) -> None:
        """Find the table of colours, and whether the page has a colour of its own."""
        found = TABLE.search(data)
        entries = found[1].split(b";")[:-1] if found else []
        self.colours = [_colour(entry) for entry in entries]
        self.page = UNKNOWN if PAGE in data else PAPER

    def new_row(self) -> None:
        """Forget the cells of the row before."""
        self.cells, self.next = [], 0

    def end_cell(self) -> None:
        """The description of one more cell of this row is over."""
        self.cells.append(self.next)
        self.next = 0

    def hide(self, ink: int, ground: int, cell: int | None) -> bool:
        """Whether ink of that number cannot be seen there; `cell` is its place in the row."""
        of_cell = self.cells[cell] if cell is not None and cell < len(self.cells) else 0
        number = next((one for one in (ground, self.paragraph, of_cell) if one), 0)
        behind = Ground(self._named(number)) if number else self.page
        return is_unseen(self._named(ink), behind)

    def _named(self, number: int) -> Colour | None:
        return self.colours[number] if 0 <= number < len(self.colours) else None


def _colour(entry: bytes) -> Colour | None:
    """One entry of the table; the first is often empty, and leaves it to the reader."""
    parts = [found for part in PARTS if (found := part.search(entry))]
    if not parts:
        return None
    red, green, blue = (_part(part, entry) for part in PARTS)
    return red, green, blue


def _part(part: re.Pattern[bytes], entry: bytes) -> int:
    found = part.search(entry)
    return min(255, int(found[1])) if found else 0
