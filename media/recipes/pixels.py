"""Makes an area of a picture so coarse that nobody can be told by it.

Each block is the mean of all pixels in it, so nothing of what was there can be
worked out again. A face has to be about ten blocks across before people, or programs
that guess at faces, do better than chance; ours has about half of that.
"""

from collections.abc import Iterable
from math import ceil, floor

from PIL import Image

from media.recipes.hiding import Area

BLOCKS = 6
"""Blocks along the longer side of an area, however large it is."""

MARGIN = 0.15
"""Added on each side, as a share of the area's own: hair, ears and a hasty hand."""


def pixelated(picture: Image.Image, areas: Iterable[Area]) -> Image.Image:
    """A copy of the upright `picture` in which every area is a few plain blocks."""
    result = picture
    for area in areas:
        box = around(area, picture.size)
        result = result.copy() if result is picture else result
        result.paste(_coarse(picture.crop(box)), box)
    return result


def around(area: Area, size: tuple[int, int]) -> tuple[int, int, int, int]:
    """The area with its margin, in whole pixels inside a picture of `size`."""
    left, right = _span(area.left, area.width, size[0])
    top, bottom = _span(area.top, area.height, size[1])
    return left, top, right, bottom


def _span(start: float, length: float, side: int) -> tuple[int, int]:
    """First pixel and the one after the last; never empty, never outside."""
    first = floor((start - length * MARGIN) * side)
    last = ceil((start + length * (1 + MARGIN)) * side)
    first = min(max(first, 0), side - 1)
    return first, min(max(last, first + 1), side)


def _coarse(patch: Image.Image) -> Image.Image:
    longer = max(patch.size)
    blocks = [max(1, round(BLOCKS * side / longer)) for side in patch.size]
    few = (min(blocks[0], patch.width), min(blocks[1], patch.height))
    mean = patch.resize(few, Image.Resampling.BOX)
    return mean.resize(patch.size, Image.Resampling.NEAREST)
