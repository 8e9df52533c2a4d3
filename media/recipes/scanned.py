"""TIFFs of several pages, as scanners and old fax machines make them."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PIL import Image, ImageOps, UnidentifiedImageError

from media.bounds import MAX_PAGES, MAX_PIXELS
from media.recipes.colour import to_srgb
from media.recipes.sheets import TALLEST, WIDTH, Sheet
from media.refusals import Refused

ACROSS = 595.0
"""Points across the paper: A4, since what a scan says of its size is often wrong."""


class Scanned:
    """The sheets of an open TIFF."""

    def __init__(self, pages: Image.Image) -> None:
        self.pages = pages
        self.number = _counted(pages)

    def __len__(self) -> int:
        return self.number

    def draw(self, index: int, *, reading: bool) -> Sheet:
        """The page upright, on white, never enlarged; it has no words of its own."""
        try:
            return _drawn(self.pages, index)
        except (MemoryError, Refused):
            raise
        except Exception as error:  # Pillow raises many kinds of error for a damaged file.
            raise Refused("broken") from error


@contextmanager
def opened(source: Path) -> Iterator[Scanned]:
    """The pages of the TIFF; raises Refused for one that cannot be read."""
    try:
        pages = Image.open(source, formats=["TIFF"])
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError) as error:
        raise Refused("broken") from error
    with pages:
        yield Scanned(pages)


def _counted(pages: Image.Image) -> int:
    """How many pages there are, counting no further than one too many."""
    for index in range(MAX_PAGES + 1):
        try:
            pages.seek(index)
        except EOFError:
            return index
        except Exception as error:
            raise Refused("broken") from error
    return MAX_PAGES + 1


def _drawn(pages: Image.Image, index: int) -> Sheet:
    pages.seek(index)
    if pages.width * pages.height > MAX_PIXELS:
        raise Refused("too_many_pixels")
    profile = pages.info.get("icc_profile")
    upright = ImageOps.exif_transpose(pages)
    scale = min(1.0, WIDTH / upright.width, TALLEST / upright.height)
    size = max(1, round(upright.width * scale)), max(1, round(upright.height * scale))
    drawn = to_srgb(upright, profile).resize(size, Image.Resampling.LANCZOS, reducing_gap=3.0)
    canvas = Image.new("RGB", size, "white")
    canvas.paste(drawn, mask=drawn.getchannel("A") if drawn.mode == "RGBA" else None)
    return Sheet(canvas, (ACROSS, ACROSS * size[1] / size[0]))
