"""Papers: a picture of every page, a cover, and a PDF bound from those pictures.

A PDF can hold scripts, other files, deleted text and its author's name. Only what
a reader would see on the page is kept. Runs in a confined child.
"""

import ctypes
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import pypdfium2
from PIL import Image

from media.bounds import MAX_PAGES, MAX_SHOWN_PAGES
from media.formats import Format
from media.recipes.bound_pages import PagePicture, write
from media.recipes.hiding import NOTHING, Hiding
from media.recipes.made import Made, Outcome, Progress
from media.recipes.pictures import JPEG, WEBP, verify
from media.refusals import Refused

WIDTH = 1200
"""Pixels across a page picture."""

TALLEST = 6000
"""Pixels down a page picture; a till receipt is scaled to fit, not refused."""

COVER = 600
"""Pixels across the cover."""

TAIL = 8192
"""Bytes at the end of the file in which the end mark has to be."""


def make(
    source: Path, format: Format, into: Path, on_progress: Progress, hiding: Hiding = NOTHING
) -> Outcome:
    """Write the page pictures, the cover and the rebuilt PDF into `into`; raises Refused."""
    made: list[Made] = []
    bound: list[PagePicture] = []
    with _opened(source) as paper:
        count = len(paper)
        for index in range(count):
            picture, points = _drawn(paper, index)
            made += _shown(picture, index, into)
            bound.append(_kept(picture, points, index, into))
            on_progress(95 * (index + 1) // count)
    made.append(_bound(bound, into))
    return Outcome(tuple(made), width=made[0].width, height=made[0].height, pages=count)


def check(source: Path, format: Format) -> None:
    """Open the paper and draw its first page; raises Refused."""
    with _opened(source) as paper:
        _drawn(paper, 0)


@contextmanager
def _opened(source: Path) -> Iterator[pypdfium2.PdfDocument]:
    """The document with its form fields filled in; raises Refused for one we cannot use."""
    _check_end(source)
    try:
        paper = pypdfium2.PdfDocument(source)
    except pypdfium2.PdfiumError as error:
        raise Refused("locked" if "password" in str(error).lower() else "broken") from error
    with closing(paper):
        if len(paper) == 0:
            raise Refused("broken")
        if len(paper) > MAX_PAGES:
            raise Refused("too_many_pages")
        paper.init_forms()
        yield paper


def _check_end(source: Path) -> None:
    """A PDF that was cut off is mended in silence, with pages missing, by every reader."""
    with source.open("rb") as file:
        size = file.seek(0, 2)
        file.seek(max(0, size - TAIL))
        if b"%%EOF" not in file.read():
            raise Refused("broken")


def _drawn(paper: pypdfium2.PdfDocument, index: int) -> tuple[Image.Image, tuple[float, float]]:
    """The page as a picture on white, and its size in points."""
    try:
        with closing(paper[index]) as page:
            width, height = page.get_size()
            scale = min(WIDTH / width, TALLEST / height)
            picture = page.render(scale=scale, may_draw_forms=True).to_pil().convert("RGB")
    except (pypdfium2.PdfiumError, ZeroDivisionError, ctypes.ArgumentError, ValueError) as error:
        raise Refused("broken") from error
    if picture.width != WIDTH and scale == WIDTH / width:
        picture = picture.resize((WIDTH, picture.height))
    return picture, (width, height)


def _shown(picture: Image.Image, index: int, into: Path) -> Iterator[Made]:
    if index == 0:
        cover = picture.copy()
        cover.thumbnail((COVER, TALLEST))
        yield _saved(cover, into / "cover.jpg", JPEG)
    if index < MAX_SHOWN_PAGES:
        yield _saved(picture, into / f"page-{index + 1}.webp", WEBP)


def _saved(picture: Image.Image, path: Path, options: dict[str, Any]) -> Made:
    picture.save(path, **options)
    verify(path, picture.size)
    return Made(path.name, f"image/{options['format']}".lower(), *picture.size)


def _kept(picture: Image.Image, points: tuple[float, float], index: int, into: Path) -> PagePicture:
    """The page as the rebuilt PDF will hold it; the scratch folder goes when all is done."""
    path = into / f"bound-{index + 1}.jpg"
    picture.save(path, **JPEG)
    return PagePicture(path, picture.size, points)


def _bound(pages: list[PagePicture], into: Path) -> Made:
    path = into / "paper.pdf"
    write(pages, path)
    with closing(pypdfium2.PdfDocument(path)) as written:
        if len(written) != len(pages):
            raise ValueError(f"paper.pdf has {len(written)} pages, not {len(pages)}.")
    return Made(path.name, "application/pdf")
