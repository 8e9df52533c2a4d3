"""Papers: a picture of every page, its words, a cover, and a PDF bound from the pictures.

Whatever came in (a PDF, a scan of several pages, a written document) is drawn page by
page, and only the drawing is kept. Runs in a confined child.
"""

from collections.abc import Iterator
from contextlib import AbstractContextManager, closing
from pathlib import Path
from typing import Any

import pypdfium2
from PIL import Image

from media.bounds import MAX_PAGES, MAX_SHOWN_PAGES
from media.formats import Format
from media.recipes import printed, scanned, sheets, written
from media.recipes.bound_pages import PagePicture, write
from media.recipes.hiding import NOTHING, Hiding
from media.recipes.made import Made, Outcome, Progress
from media.recipes.pictures import JPEG, WEBP, verify
from media.recipes.sheets import TALLEST, WIDTH, Sheet, Sheets

COVER = 600
"""Pixels across the cover."""

__all__ = ["COVER", "TALLEST", "WIDTH", "check", "make"]


def make(
    source: Path, format: Format, into: Path, on_progress: Progress, hiding: Hiding = NOTHING
) -> Outcome:
    """Write the page pictures, the cover and the rebuilt PDF into `into`; raises Refused."""
    made: list[Made] = []
    bound: list[PagePicture] = []
    texts: list[str] = []
    with _opened(source, format, into) as paper:
        number = sheets.count(paper, MAX_PAGES)
        for index in range(number):
            sheet = paper.draw(index, reading=index < MAX_SHOWN_PAGES)
            made += _shown(sheet.picture, index, into)
            bound.append(_kept(sheet, index, into))
            texts += [sheet.words] if index < MAX_SHOWN_PAGES else []
            on_progress(95 * (index + 1) // number)
    made.append(_bound(bound, into))
    words = tuple(sheets.bounded(texts))
    return Outcome(
        tuple(made), width=made[0].width, height=made[0].height, pages=number, texts=words
    )


def check(source: Path, format: Format) -> None:
    """Open the paper and draw its first page, or read its words; raises Refused."""
    if format.code in written.READERS:
        written.check(source, format)
        return
    with _opened(source, format, source.parent) as paper:
        sheets.count(paper, MAX_PAGES)
        paper.draw(0, reading=False)


def _opened(source: Path, format: Format, scratch: Path) -> AbstractContextManager[Sheets]:
    if format.code in written.READERS:
        return written.opened(source, format, scratch)
    return scanned.opened(source) if format.code == "tiff-pages" else printed.opened(source)


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


def _kept(sheet: Sheet, index: int, into: Path) -> PagePicture:
    """The page as the rebuilt PDF will hold it; the scratch folder goes when all is done."""
    path = into / f"bound-{index + 1}.jpg"
    sheet.picture.save(path, **JPEG)
    return PagePicture(path, sheet.picture.size, sheet.points)


def _bound(pages: list[PagePicture], into: Path) -> Made:
    path = into / "paper.pdf"
    write(pages, path)
    with closing(pypdfium2.PdfDocument(path)) as again:
        if len(again) != len(pages):
            raise ValueError(f"paper.pdf has {len(again)} pages, not {len(pages)}.")
    return Made(path.name, "application/pdf")
