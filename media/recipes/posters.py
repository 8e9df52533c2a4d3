"""The still that stands for a film: an early frame that is neither black nor blank.

It is taken from the finished film, which is our own work, and never from what was sent;
even so it runs in a confined child.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import cast

import av
from av.container import InputContainer
from PIL import Image, ImageStat

from media.recipes import glimpse
from media.recipes.hiding import Passage
from media.recipes.made import Made
from media.recipes.pictures import JPEG, verify

NAME = "poster.jpg"
MOMENTS = (0.1, 0.25, 0.5, 0.75, 0.9, 0.0)
"""Where to look, as shares of the film's length, in this order."""

LIGHT = 32
"""Mean lightness, of 255, below which a frame counts as dark."""

DETAIL = 8
"""Spread of lightness, of 255, below which a frame counts as blank."""


@dataclass(frozen=True)
class Poster:
    """The still, and what a page shows of it until it has come (`glimpse.py`)."""

    made: Made
    placeholder: str
    colour: str


def make(film: Path, into: Path, held: tuple[Passage, ...] = ()) -> Poster:
    """Write `poster.jpg` into `into`, as large as the film; passages held back come last."""
    picture = _chosen(film, held)
    path = into / NAME
    picture.save(path, **JPEG)
    verify(path, picture.size)
    made = Made(NAME, "image/jpeg", *picture.size)
    return Poster(made, glimpse.placeholder(picture), glimpse.colour(picture))


def _chosen(film: Path, held: tuple[Passage, ...]) -> Image.Image:
    """The first frame that is light and lively enough, or the lightest there is."""
    looked_at: list[tuple[float, Image.Image]] = []
    for frame in _frames(film, held):
        light, detail = _judged(frame)
        if light >= LIGHT and detail >= DETAIL:
            return frame
        looked_at.append((light + detail, frame))
    return max(looked_at, key=lambda pair: pair[0])[1]


def _judged(frame: Image.Image) -> tuple[float, float]:
    grey = ImageStat.Stat(frame.convert("L").resize((64, 64)))
    return grey.mean[0], grey.stddev[0]


def _frames(film: Path, held: tuple[Passage, ...]) -> Iterator[Image.Image]:
    with av.open(str(film), format="mov", options={"protocol_whitelist": "file"}) as container:
        stream = container.streams.video[0]
        length = (container.duration or 0) / av.time_base
        moments = [length * moment for moment in MOMENTS]
        for moment in sorted(moments, key=lambda moment: _is_held(moment, held)):
            frame = _frame_at(container, stream, moment)
            if frame is not None:
                yield cast(Image.Image, frame.to_image())  # type: ignore[no-untyped-call]


def _is_held(moment: float, held: tuple[Passage, ...]) -> bool:
    return any(passage.start <= moment <= passage.end for passage in held)


def _frame_at(
    container: InputContainer, stream: av.VideoStream, seconds: float
) -> av.VideoFrame | None:
    """Seeking only finds the key frame before; the way from there has to be decoded."""
    container.seek(int(seconds * av.time_base))
    last = None
    for last in container.decode(stream):
        if last.time is not None and last.time >= seconds:
            break
    return last
