"""Keeps a short animation moving, as one small WebP with nothing but its frames.

A GIF of a few kilobytes can hold an hour of drawing, so there is a bound on all that
an animation can ask for; over it, the picture is shown as a still and nothing is lost.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from PIL import Image

from media.formats import Format
from media.recipes import coded_colour, orientation
from media.recipes.colour import to_srgb
from media.recipes.made import Made
from media.recipes.opening import decoding, fitted, opened
from media.recipes.sizes import bare

NAME = "moving.webp"

WIDTH = 640
"""Pixels across; more is seldom sent, and would be slow on a phone."""

MOVES = {"GIF", "PNG", "WEBP", "AVIF"}
"""Formats in which several frames are an animation; in others they are other pictures."""

FRAMES = 400
SECONDS = 60
PIXELS = 400_000_000
"""Most that is decoded of one animation: frames, the time they take, pixels of all frames."""

TOO_FAST = 10
"""Milliseconds: browsers show a frame that asks for no more than this for `USUAL` of them."""

USUAL = 100

WEBP: dict[str, Any] = {"format": "WEBP", "save_all": True, "quality": 70, "method": 3}


def make(source: Path, format: Format, into: Path) -> tuple[Made, ...]:
    """Write `moving.webp` into `into` if the picture moves and keeps the bounds.

    Raises Refused for an animation that breaks off.
    """
    with opened(source, format) as picture:
        if picture.format not in MOVES or not getattr(picture, "is_animated", False):
            return ()
        with decoding():
            frames = _Frames(picture, source)
            times = _times(frames)
        if not times:
            return ()
        return _saved(frames, times, into / NAME)


class _Frames:
    """The frames of an animation, drawn one at a time, so that memory holds only one.

    Pillow's writer asks its further pictures for just this much: how many frames, each
    in its turn, its mode and its pixels.
    """

    def __init__(self, picture: Image.Image, source: Path) -> None:
        self.picture = picture
        self.turn = orientation.of(picture, source)
        self.profile = coded_colour.profile(picture, source)
        # The first frame of such a PNG is for software that knows no animation.
        self.first = 1 if picture.info.get("default_image") else 0
        self.n_frames = 0
        self.mode = "RGBA"

    def read(self) -> Iterator[int]:
        """Decode one frame after another; yields how long each is shown, in milliseconds."""
        for number in range(FRAMES + 1):
            try:
                self.picture.seek(self.first + number)
            except EOFError:
                return
            self.picture.load()
            asked = int(self.picture.info.get("duration") or 0)
            yield asked if asked > TOO_FAST else USUAL

    def drawn(self, number: int) -> Image.Image:
        """One frame, upright, in sRGB and no wider than it will be shown."""
        self.picture.seek(self.first + number)
        self.picture.load()
        turned = orientation.turned(self.picture, self.turn)
        return fitted(bare(to_srgb(turned, self.profile), flat=False).convert("RGBA"), WIDTH)

    def seek(self, number: int) -> None:
        """Make one of the frames after the first the one that `getim` gives."""
        self.current = self.drawn(number + 1)

    def getim(self) -> Any:
        """The pixels, as Pillow's encoders take them."""
        return self.current.getim()


def _times(frames: _Frames) -> list[int]:
    """Milliseconds of every frame; none if the animation is over a bound or does not move."""
    times: list[int] = []
    for shown in frames.read():
        times.append(shown)
        pixels = len(times) * frames.picture.width * frames.picture.height
        if len(times) > FRAMES or sum(times) > SECONDS * 1000 or pixels > PIXELS:
            return []
    return times if len(times) > 1 else []


def _saved(frames: _Frames, times: list[int], path: Path) -> tuple[Made, ...]:
    first = frames.drawn(0)
    frames.n_frames = len(times) - 1
    loop = _loop(frames.picture)
    first.save(path, **WEBP, append_images=[frames], duration=times, loop=loop)
    return (Made(NAME, "image/webp", *first.size),) if _moves(path, first.size) else ()


def _loop(picture: Image.Image) -> int:
    """How often it is shown, 0 for without end; a GIF counts how often it is shown again."""
    asked = picture.info.get("loop")
    if picture.format == "GIF":
        return 1 if asked is None else asked and asked + 1
    return int(asked or 0)


def _moves(path: Path, size: tuple[int, int]) -> bool:
    """Decode what was written; frames that were all alike have become a single one."""
    with Image.open(path, formats=["WEBP"]) as written:
        if written.size != size:
            raise ValueError(f"{path.name} is {written.size}, not {size}.")
        count: int = getattr(written, "n_frames", 1)
        for number in range(count):
            written.seek(number)
            written.load()
    return count > 1
