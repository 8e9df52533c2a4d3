"""What a page shows while a picture is still on its way: a blur, and its main colour."""

import base64
from collections.abc import Iterator
from io import BytesIO
from typing import cast

from PIL import Image, ImageFilter

from media.recipes.sizes import bare

LONGEST = 800
"""Characters of a placeholder at most; it is part of every page that shows the picture."""

TRIES = ((24, 40), (16, 30), (8, 20))
"""Pixels of the longer side, and quality, until one is short enough."""

SAMPLE = 48
"""Pixels of each side of the copy in which colours are counted."""

COLOURS = 8
"""Groups of like colours, of which the largest is the main one."""

SOLID = 128
"""Opacity, of 255, from which a pixel's colour counts."""


def placeholder(picture: Image.Image) -> str:
    """A few blurred pixels of an RGB or RGBA picture as a data URI (RFC 2397)."""
    return next(uri for uri in _tried(picture) if len(uri) <= LONGEST)


def _tried(picture: Image.Image) -> Iterator[str]:
    for side, quality in TRIES:
        small = bare(picture.resize(_few(picture.size, side), reducing_gap=2.0), flat=False)
        written = BytesIO()
        blurred = small.filter(ImageFilter.GaussianBlur(1))
        blurred.save(written, "WEBP", quality=quality, alpha_quality=quality, method=6)
        yield "data:image/webp;base64," + base64.b64encode(written.getvalue()).decode()
    yield ""


def _few(size: tuple[int, int], side: int) -> tuple[int, int]:
    scale = side / max(size)
    return max(1, round(size[0] * scale)), max(1, round(size[1] * scale))


def colour(picture: Image.Image) -> str:
    """The main colour of what is not see-through, as `#rrggbb`."""
    small = picture.convert("RGBA").resize((SAMPLE, SAMPLE), reducing_gap=2.0)
    pixels = cast(list[tuple[int, int, int, int]], list(small.get_flattened_data()))
    solid = [pixel[:3] for pixel in pixels if pixel[3] >= SOLID] or [(255, 255, 255)]
    row = Image.new("RGB", (len(solid), 1))
    row.putdata(solid)
    groups = row.quantize(COLOURS, Image.Quantize.MEDIANCUT)
    counted = cast(list[tuple[int, int]], groups.getcolors())
    main = max(counted)[1]
    red, green, blue = cast(list[int], groups.getpalette())[3 * main : 3 * main + 3]
    return f"#{red:02x}{green:02x}{blue:02x}"
