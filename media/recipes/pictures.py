"""Pictures: upright, in sRGB, at three widths, with nothing left of where they were taken.

Each derivative is drawn from the decoded pixels onto a new canvas, so EXIF, XMP,
IPTC, maker notes, thumbnails and comments cannot come along; the colour profile is
applied rather than copied. Runs in a confined child.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pillow_heif
from PIL import Image, UnidentifiedImageError

from media.bounds import MAX_PIXELS
from media.formats import Format
from media.recipes import orientation
from media.recipes.colour import to_srgb
from media.recipes.hiding import NOTHING, Hiding
from media.recipes.made import Made, Outcome, Progress
from media.refusals import Refused

WIDTHS = (480, 960, 1600)
"""Pixels across; a picture is never enlarged, so a small one has smaller files."""

SMOOTH = {"L", "RGB", "RGBA", "CMYK"}
"""Modes in which a mean of two pixels makes sense."""

LONGEST = 16383
"""Pixels: the longest side that a WebP file can have (RFC 9649)."""

JPEG: dict[str, Any] = {"format": "JPEG", "quality": 82, "optimize": True, "progressive": True}
WEBP: dict[str, Any] = {"format": "WEBP", "quality": 80, "method": 4}

# The bound is `MAX_PIXELS`, checked before any pixel is decoded.
Image.MAX_IMAGE_PIXELS = None
pillow_heif.register_heif_opener()


def make(
    source: Path, format: Format, into: Path, on_progress: Progress, hiding: Hiding = NOTHING
) -> Outcome:
    """Write every derivative of the picture at `source` into `into`; raises Refused."""
    upright, size = _upright(source, format)
    made: list[Made] = []
    for done, width in enumerate(WIDTHS, start=1):
        made += _save_pair(_fitted(upright, width), f"w{width}", into)
        on_progress(100 * done // len(WIDTHS))
    return Outcome(tuple(made), width=size[0], height=size[1])


def check(source: Path, format: Format) -> None:
    """Decode the whole picture and keep nothing; raises Refused."""
    with _opened(source, format) as picture, _decoding():
        picture.load()


def _upright(source: Path, format: Format) -> tuple[Image.Image, tuple[int, int]]:
    """The decoded picture turned once, and the size it had, in pixels, when upright."""
    with _opened(source, format) as picture:
        with _decoding():
            turn = orientation.of(picture, source)
            width, height = picture.size
            if turn in orientation.SIDEWAYS:
                width, height = height, width
            _skip_detail(picture, WIDTHS[-1] / width)
            picture.load()
        profile = picture.info.get("icc_profile")
        return to_srgb(_early(orientation.turned(picture, turn)), profile), (width, height)


def _early(picture: Image.Image) -> Image.Image:
    """Made smaller before its colours are changed, which saves most of the memory."""
    return _fitted(picture, WIDTHS[-1]) if picture.mode in SMOOTH else picture


def _skip_detail(picture: Image.Image, scale: float) -> None:
    """Let a JPEG that is much too large be decoded at a half, a quarter or an eighth."""
    if scale < 1:
        least = max(int(side * scale) + 1 for side in picture.size)
        picture.draft(None, (least, least))


def _opened(source: Path, format: Format) -> Image.Image:
    try:
        picture = Image.open(source, formats=[format.decoder])
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError) as error:
        raise Refused("broken") from error
    if picture.width * picture.height > MAX_PIXELS:
        picture.close()
        raise Refused("too_many_pixels")
    return picture


@contextmanager
def _decoding() -> Iterator[None]:
    """Plug-ins raise many kinds of error for a damaged file; each of them means the same."""
    try:
        yield
    except MemoryError:
        raise
    except Exception as error:
        raise Refused("broken") from error


def _fitted(picture: Image.Image, width: int) -> Image.Image:
    """A copy at most `width` pixels across, never larger than the picture."""
    scale = min(1.0, width / picture.width, LONGEST / picture.height, LONGEST / picture.width)
    if scale == 1.0:
        return picture
    size = (max(1, round(picture.width * scale)), max(1, round(picture.height * scale)))
    return picture.resize(size, Image.Resampling.LANCZOS, reducing_gap=3.0)


def _save_pair(picture: Image.Image, stem: str, into: Path) -> Iterator[Made]:
    """The picture as WebP, and as JPEG on white for software that knows no WebP."""
    for suffix, options in ((".webp", WEBP), (".jpg", JPEG)):
        path = into / f"{stem}{suffix}"
        _bare(picture, flat=suffix == ".jpg").save(path, **options)
        verify(path, picture.size)
        yield Made(path.name, f"image/{options['format']}".lower(), *picture.size)


def _bare(picture: Image.Image, *, flat: bool) -> Image.Image:
    """The pixels on a new canvas, so that nothing but pixels can be saved."""
    if picture.mode == "RGBA" and not flat:
        canvas = Image.new("RGBA", picture.size)
        canvas.paste(picture)
    else:
        canvas = Image.new("RGB", picture.size, "white")
        canvas.paste(picture, mask=picture.getchannel("A") if picture.mode == "RGBA" else None)
    return canvas


def verify(path: Path, size: tuple[int, int]) -> None:
    """Open what was written as a browser would; raises ValueError if it is not as meant."""
    with Image.open(path, formats=["JPEG", "WEBP"]) as written:
        written.load()
        if written.size != size:
            raise ValueError(f"{path.name} is {written.size}, not {size}.")
