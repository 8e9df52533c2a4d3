"""Opens a picture from a stranger: with the one decoder of its format, within bounds."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pillow_heif
from PIL import Image, ImageChops

from media.bounds import MAX_PIXELS
from media.formats import Format
from media.recipes import coded_colour, orientation
from media.recipes.colour import to_srgb
from media.refusals import Refused

SMOOTH = {"L", "RGB", "RGBA", "CMYK"}
"""Modes in which a mean of two pixels makes sense."""

LONGEST = 16383
"""Pixels: the longest side that a WebP file can have (RFC 9649)."""

# The bound is `MAX_PIXELS`, checked before any pixel is decoded.
Image.MAX_IMAGE_PIXELS = None
pillow_heif.register_heif_opener()


@contextmanager
def opened(source: Path, format: Format) -> Iterator[Image.Image]:
    """The picture, of which only the header has been read; raises Refused."""
    with decoding():
        picture = Image.open(source, formats=[format.decoder])
    with picture:
        if picture.width * picture.height > MAX_PIXELS:
            raise Refused("too_many_pixels")
        yield picture


@contextmanager
def decoding() -> Iterator[None]:
    """Plug-ins raise many kinds of error for a damaged file; each of them means the same."""
    try:
        yield
    except MemoryError:
        raise
    except Exception as error:
        raise Refused("broken") from error


def upright(picture: Image.Image, source: Path, widest: int) -> tuple[Image.Image, tuple[int, int]]:
    """All of it decoded, turned once and fitted into `widest` pixels, and the size it has.

    Raises Refused.
    """
    with decoding():
        turn = orientation.of(picture, source)
        width, height = picture.size
        if turn in orientation.SIDEWAYS:
            width, height = height, width
        _skip_detail(picture, widest / width)
        picture.load()
        turned = orientation.turned(_as_meant(picture), turn)
        # Made smaller before its colours are changed, which saves most of the memory.
        early = fitted(turned, widest) if turned.mode in SMOOTH else turned
        coloured = to_srgb(early, coded_colour.profile(picture, source))
        return fitted(coloured, widest), (width, height)


def _skip_detail(picture: Image.Image, scale: float) -> None:
    """Let a JPEG that is much too large be decoded at a half, a quarter or an eighth."""
    if scale < 1:
        least = max(int(side * scale) + 1 for side in picture.size)
        picture.draft(None, (least, least))


def _as_meant(picture: Image.Image) -> Image.Image:
    """Inks in a JPEG are stored upside down by Adobe's software, and by no other.

    Pillow turns all of them, so those without Adobe's mark are turned back.
    """
    is_jpeg = picture.format in ("JPEG", "MPO")
    if is_jpeg and picture.mode == "CMYK" and "adobe" not in picture.info:
        return ImageChops.invert(picture)
    return picture


def fitted(picture: Image.Image, width: int) -> Image.Image:
    """A copy at most `width` pixels across, never larger than the picture."""
    scale = min(1.0, width / picture.width, LONGEST / picture.height, LONGEST / picture.width)
    if scale == 1.0:
        return picture
    size = (max(1, round(picture.width * scale)), max(1, round(picture.height * scale)))
    return picture.resize(size, Image.Resampling.LANCZOS, reducing_gap=3.0)
