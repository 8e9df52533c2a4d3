"""A register of papers, each a few drawn pages."""

from collections.abc import Callable
from dataclasses import dataclass

from home.demo.drawing.canvas import Canvas
from home.demo.drawing.palette import PAPER, Colour

TALL = (1000, 1414)
CARD = (1200, 800)
SMALL = (820, 1220)


@dataclass(frozen=True)
class Page:
    """One page: how it is drawn, its size in pixels and the colour of its paper."""

    draw: Callable[[Canvas], None]
    size: tuple[int, int] = TALL
    ground: Colour = PAPER


SHEETS: dict[str, tuple[Page, ...]] = {}


def sheet(name: str, *pages: Page) -> None:
    """Enter a paper in the register."""
    SHEETS[name] = pages
