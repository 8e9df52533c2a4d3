"""The demonstration's papers: PDF files of drawn pages, each made once into a folder."""

import importlib
import pkgutil
import time
from pathlib import Path

from PIL import Image

from home.demo.drawing import sheets
from home.demo.drawing.canvas import Canvas
from home.demo.drawing.finish import aged_paper
from home.demo.drawing.sheet import SHEETS, Page
from home.demo.finished import finished

_LONG_AGO = time.gmtime(0)
"""One fixed date, so that the same pages make the same bytes."""


def papers() -> dict[str, tuple[Page, ...]]:
    """Return the pages of every paper by its name."""
    for module in pkgutil.iter_modules(sheets.__path__):
        importlib.import_module(f"{sheets.__name__}.{module.name}")
    return SHEETS


def make(name: str, folder: Path) -> Path:
    """Return the PDF of a paper, made now if the folder has none; raises KeyError."""
    path = folder / f"{name}.pdf"
    if not path.exists():
        first, *rest = (_drawn(name, number, page) for number, page in enumerate(papers()[name]))
        with finished(path) as part:
            first.save(
                part,
                "PDF",
                save_all=True,
                append_images=rest,
                resolution=120,
                quality=82,
                title=name,
                creationDate=_LONG_AGO,
                modDate=_LONG_AGO,
            )
    return path


def _drawn(name: str, number: int, page: Page) -> Image.Image:
    canvas = Canvas(page.size, page.ground, f"{name}/{number}")
    page.draw(canvas)
    return aged_paper(canvas.pull(), f"{name}/{number}")
