"""Pictures that stand inside a document: drawn anew, so nothing of where they were made stays."""

from io import BytesIO
from pathlib import Path
from typing import Final

from PIL import Image, ImageOps

from media.bounds import MAX_PIXELS
from media.recipes.colour import to_srgb
from media.recipes.documents.shape import Picture

FORMATS: Final = ["JPEG", "PNG", "GIF", "WEBP", "BMP", "TIFF"]
LONGEST: Final = 1600
"""Pixels of the longer side as it is set."""

MEASURE: Final = 440.0
TALLEST: Final = 560.0
"""Points across and down that the page has room for."""

POINTS: Final = 0.75
"""Points to a pixel, as in CSS."""

SMALLEST: Final = 8
"""Pixels: what is thinner is a line or a spy, and no picture."""


def inset(picture: Picture, path: Path) -> float | None:
    """Write the picture as a JPEG and return its width in points; None if it cannot be shown."""
    try:
        with Image.open(BytesIO(picture.data), formats=FORMATS) as opened:
            if opened.width * opened.height > MAX_PIXELS:
                return None
            profile = opened.info.get("icc_profile")
            upright = ImageOps.exif_transpose(opened)
            drawn = _cropped(to_srgb(upright, profile), picture)
    except MemoryError:
        raise
    except Exception:  # Plug-ins raise many kinds of error for a damaged picture.
        return None
    if min(drawn.size) < SMALLEST:
        return None
    width = min(MEASURE, drawn.width * POINTS, TALLEST * drawn.width / drawn.height)
    drawn.thumbnail((LONGEST, LONGEST))
    canvas = Image.new("RGB", drawn.size, "white")
    canvas.paste(drawn, mask=drawn.getchannel("A") if drawn.mode == "RGBA" else None)
    canvas.save(path, format="JPEG", quality=88)
    return round(width, 2)


def _cropped(drawn: Image.Image, picture: Picture) -> Image.Image:
    """What was cut off in the document stays cut off."""
    left, top, right, bottom = picture.crop
    if not any(picture.crop):
        return drawn
    width, height = drawn.size
    box = (left * width, top * height, (1 - right) * width, (1 - bottom) * height)
    return drawn.crop(tuple(round(side) for side in box))  # type: ignore[arg-type]
