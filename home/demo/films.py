"""The demonstration's films: a drawn scene, a camera that moves slowly, and a sound."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import imageio_ffmpeg
from PIL import Image

from home.demo import sounds
from home.demo.drawing.drifting import PETALS, SNOW, Drift, over
from home.demo.drawing.finish import Finish, finish
from home.demo.finished import finished
from home.demo.pictures import scenes

SIZE = (1280, 720)
TALL = SIZE[1] / SIZE[0]
RATE = 20
"""Frames a second."""

View = tuple[float, float, float]
"""Left, top and width of what the camera sees, as shares of the picture's width."""


@dataclass(frozen=True)
class Film:
    """A scene, where the camera goes in so many seconds, and what is heard and falls."""

    scene: str
    start: View
    end: View
    seconds: float
    sound: str
    drift: Drift | None = None
    finish: Finish | None = None


FILMS = {
    "sledging": Film(
        "snow-1963",
        (0.0, 0.1, 0.72),
        (0.36, 0.29, 0.62),
        7,
        "evening-on-the-irk",
        SNOW,
        Finish.SILVER,
    ),
    "carnival-passing": Film(
        "carnival", (0.0, 0.16, 0.6), (0.4, 0.22, 0.6), 7, "croft-carnival", PETALS
    ),
    "lights-at-the-mill": Film("mill-dusk", (0.12, 0.1, 0.5), (0.0, 0.05, 1.0), 7, "weaving-shed"),
}


def make(name: str, folder: Path) -> Path:
    """Return the MP4 of a film, made now if the folder has none; raises KeyError."""
    path = folder / f"{name}.mp4"
    if not path.exists():
        sound = sounds.make(FILMS[name].sound, folder)
        with finished(path) as part:
            _encode(FILMS[name], part, sound)
    return path


def _encode(film: Film, path: Path, sound: Path) -> None:
    writer = imageio_ffmpeg.write_frames(
        str(path),
        SIZE,
        fps=RATE,
        codec="libx264",
        quality=None,
        macro_block_size=2,
        audio_path=str(sound),
        audio_codec="aac",
        ffmpeg_log_level="error",
        output_params=["-preset", "veryfast", "-crf", "25", "-shortest"],
    )
    writer.send(None)
    for frame in _frames(film):
        writer.send(frame.tobytes())
    writer.close()


def _frames(film: Film) -> Iterator[Image.Image]:
    block = scenes()[film.scene].block()
    plate = finish(block, film.finish or Finish.PRINT, film.scene)
    if film.finish:
        plate = plate.crop((44, 44, plate.width - 44, plate.height - 44)).resize(block.size)
    count = int(film.seconds * RATE)
    for number in range(count):
        share = _eased(number / (count - 1))
        left, top, width = (a + (b - a) * share for a, b in zip(film.start, film.end, strict=True))
        wide = plate.width
        box = (left * wide, top * wide, (left + width) * wide, (top + width * TALL) * wide)
        frame = plate.resize(SIZE, Image.Resampling.BILINEAR, box=box)
        if film.drift:
            over(frame, film.drift, number / RATE)
        yield frame


def _eased(share: float) -> float:
    """Start and stop gently."""
    return share * share * (3 - 2 * share)
