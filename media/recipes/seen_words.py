"""The words of a PDF page that can be seen on it, in the order in which they are read.

A page may hold words outside its edges, in white on white, or under a black bar that
somebody drew to hide them. So each letter is looked for in the picture of the page: where
the picture is of one colour there is nothing to read. A word of which less than half can
be read is left out. The unseen words that lie over a scanned page stay, since there the
picture has the ink.
"""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any, Final

import pypdfium2
import pypdfium2.raw as pdfium
from PIL import Image

from media.recipes.documents.contrast import CONTRAST

Box = tuple[float, float, float, float]
"""Left, top, right and bottom in pixels of the drawn page."""

MIDDLE: Final = 0.2
"""Share of a line's height, above and below, that is not looked at: a bar may be a bit low."""

FULL: Final = 0.85
"""Share of the widest line after which a line counts as full, so that the next one goes on."""

GAP: Final = 1.45
"""Times the usual step from line to line that parts two paragraphs."""

MOST: Final = 60_000
"""Letters of one page that are looked at."""

HYPHENS: Final = {0x02, 0xFFFE}
"""What pdfium says for a hyphen that only parts a word at the end of a line."""


@dataclass
class Line:
    """The words of one line, and the box round all of them."""

    words: list[str] = field(default_factory=list)
    box: Box = (0.0, 0.0, 0.0, 0.0)
    goes_on: bool = False

    def add(self, word: str, box: Box) -> None:
        """Take in one more word."""
        self.box = around([self.box, box]) if self.words else box
        self.words.append(word)


def seen_words(page: pypdfium2.PdfPage, picture: Image.Image, places: Any) -> str:
    """The words on `page`, as lines and paragraphs; `places` turns points into pixels."""
    grey = picture.convert("L")
    lines, line = [], Line()
    with closing(page.get_textpage()) as text:
        for word, boxes, ending in _words(text, places):
            if word and 2 * sum(_is_seen(grey, box) for box in boxes) >= len(boxes):
                line.add(word, around(boxes))
            if ending:
                line.goes_on = ending == "-"
                lines.append(line)
                line = Line()
    return _told([line for line in [*lines, line] if line.words], grey.width)


def _words(text: pypdfium2.PdfTextPage, places: Any) -> Iterator[tuple[str, list[Box], str]]:
    """Each word with the boxes of its letters, and "\\n" or "-" where the line ends after it."""
    letters: list[str] = []
    boxes: list[Box] = []
    for index in range(min(MOST, text.count_chars())):
        code = pdfium.FPDFText_GetUnicode(text, index)
        char = chr(code) if code < 0x110000 else "\ufffd"  # noqa: PLR2004 - the last letter.
        if code not in HYPHENS and not char.isspace():
            letters.append(char)
            boxes.append(_box(text, index, places))
            continue
        ending = "-" if code in HYPHENS else "\n" if char in "\r\n" else ""
        yield "".join(letters), boxes, ending
        letters, boxes = [], []
    yield "".join(letters), boxes, "\n"


def _box(text: pypdfium2.PdfTextPage, index: int, places: Any) -> Box:
    left, bottom, right, top = text.get_charbox(index, loose=True)
    corners = [places.to_bitmap(left, bottom), places.to_bitmap(right, top)]
    across, down = sorted(x for x, _ in corners), sorted(y for _, y in corners)
    return across[0], down[0], across[1], down[1]


def around(boxes: list[Box]) -> Box:
    """The smallest box that holds them all."""
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)


def _is_seen(grey: Image.Image, box: Box) -> bool:
    """Whether there is anything but one colour where the letter should be."""
    left, top, right, bottom = box
    top, bottom = top + MIDDLE * (bottom - top), bottom - MIDDLE * (bottom - top)
    inside = (
        max(0, int(left)),
        max(0, int(top)),
        min(grey.width, int(right) + 1),
        min(grey.height, int(bottom) + 1),
    )
    if inside[0] >= inside[2] or inside[1] >= inside[3]:
        return False
    low, high = grey.crop(inside).getextrema()
    return float(high) - float(low) >= CONTRAST  # type: ignore[arg-type]


def _told(lines: list[Line], across: int) -> str:
    """Lines that run on are joined; a wide gap begins a paragraph."""
    if not lines:
        return ""
    widest = max(line.box[2] for line in lines)
    steps = sorted(b.box[3] - a.box[3] for a, b in pairwise(lines))
    usual = steps[len(steps) // 2] if steps else 0.0
    told = ""
    for line, after in zip(lines, [*lines[1:], None], strict=True):
        told += " ".join(line.words)
        if after is None:
            break
        apart = after.box[3] - line.box[3] > GAP * usual > 0
        full = line.box[2] >= max(FULL * widest, across / 2)
        told += "" if line.goes_on else "\n\n" if apart else " " if full else "\n"
    return told
