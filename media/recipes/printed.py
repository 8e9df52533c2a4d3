"""PDFs: each page as a reader would see it printed, with the words that can be seen on it.

A PDF can hold scripts, other files, deleted text and its author's name. Only what
a reader would see on the page is kept.
"""

import ctypes
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pypdfium2

from media.recipes.seen_words import seen_words
from media.recipes.sheets import TALLEST, WIDTH, Sheet
from media.refusals import Refused

TAIL = 8192
"""Bytes at the end of the file in which the end mark has to be."""


class Printed:
    """The sheets of an open PDF."""

    def __init__(self, paper: pypdfium2.PdfDocument) -> None:
        self.paper = paper

    def __len__(self) -> int:
        return len(self.paper)

    def draw(self, index: int, *, reading: bool) -> Sheet:
        """The page as a picture on white, its size in points, and its words."""
        try:
            with closing(self.paper[index]) as page:
                return _drawn(page, reading=reading)
        except (
            pypdfium2.PdfiumError,
            ZeroDivisionError,
            ctypes.ArgumentError,
            ValueError,
        ) as error:
            raise Refused("broken") from error


@contextmanager
def opened(source: Path) -> Iterator[Printed]:
    """The document with its form fields filled in; raises Refused for one we cannot use."""
    _check_end(source)
    try:
        paper = pypdfium2.PdfDocument(source)
    except pypdfium2.PdfiumError as error:
        raise Refused("locked" if "password" in str(error).lower() else "broken") from error
    with closing(paper):
        paper.init_forms()
        yield Printed(paper)


def _check_end(source: Path) -> None:
    """A PDF that was cut off is mended in silence, with pages missing, by every reader."""
    with source.open("rb") as file:
        size = file.seek(0, 2)
        file.seek(max(0, size - TAIL))
        if b"%%EOF" not in file.read():
            raise Refused("broken")


def _drawn(page: pypdfium2.PdfPage, *, reading: bool) -> Sheet:
    width, height = page.get_size()
    scale = min(WIDTH / width, TALLEST / height)
    bitmap = page.render(scale=scale, may_draw_forms=True)
    picture = bitmap.to_pil().convert("RGB")
    words = seen_words(page, picture, bitmap.get_posconv(page)) if reading else ""
    if picture.width != WIDTH and scale == WIDTH / width:
        picture = picture.resize((WIDTH, picture.height))
    return Sheet(picture, (width, height), words)
