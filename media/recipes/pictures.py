"""Pictures: upright, in sRGB, at four widths, with nothing left of where they were taken.

Each derivative is drawn from the decoded pixels onto a new canvas, so EXIF, XMP,
IPTC, maker notes, thumbnails and comments cannot come along; the colour profile is
applied rather than copied. Runs in a confined child.
"""

from pathlib import Path

from media.formats import Format
from media.recipes import glimpse, moving, sizes
from media.recipes.hiding import NOTHING, Hiding
from media.recipes.made import Outcome, Progress
from media.recipes.opening import decoding, opened, upright
from media.recipes.pixels import pixelated
from media.recipes.sizes import JPEG, WEBP, WIDTHS, verify

__all__ = ["JPEG", "WEBP", "check", "make", "verify"]

SHARE = 90
"""Per cent of the work that is done before an animation is begun."""


def make(
    source: Path, format: Format, into: Path, on_progress: Progress, hiding: Hiding = NOTHING
) -> Outcome:
    """Write every derivative of the picture at `source` into `into`; raises Refused."""
    with opened(source, format) as picture:
        whole, size = upright(picture, source, WIDTHS[-1])
    largest = pixelated(whole, hiding.areas)
    drawn = sizes.drawn(largest)
    made = sizes.save_all(drawn, into, lambda percent: on_progress(percent * SHARE // 100))
    # A face walks out of a box that was drawn on the first moment, so then nothing moves.
    made += () if hiding.areas else moving.make(source, format, into)
    on_progress(100)
    small = drawn[WIDTHS[0]]
    return Outcome(
        made,
        width=size[0],
        height=size[1],
        placeholder=glimpse.placeholder(small),
        colour=glimpse.colour(small),
    )


def check(source: Path, format: Format) -> None:
    """Decode the whole picture and keep nothing; raises Refused."""
    with opened(source, format) as picture, decoding():
        picture.load()
