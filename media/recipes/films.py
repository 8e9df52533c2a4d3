"""Films: H.264 and AAC in MP4 at 720p at most, upright, with a poster that shows something."""

from pathlib import Path

from media.bounds import MAX_PIXELS
from media.formats import Format, Kind
from media.recipes import confined, ffmpeg, posters
from media.recipes.hiding import NOTHING, Hiding
from media.recipes.made import Made, Outcome, Progress
from media.recipes.probe import Streams
from media.recipes.reopen import reopen
from media.refusals import Refused

NAME = "film.mp4"

BOX = (1280, 720)
"""Pixels: the longer side and the shorter side at most, however the phone was held."""

FASTEST = 60
"""Frames a second that are kept as they are; faster or unknown rates become `STEADY`."""

STEADY = 30

X264 = (
    *("-c:v", "libx264", "-preset", "veryfast", "-crf", "23", "-profile:v", "high"),
    *("-pix_fmt", "yuv420p", "-maxrate", "3M", "-bufsize", "6M", "-g", "120"),
)
NO_SIGNATURE = ("-bsf:v", "filter_units=remove_types=6")
"""Drops the SEI units (ITU-T H.264 annex D) in which the encoder describes itself."""


def make(
    source: Path, format: Format, into: Path, on_progress: Progress, hiding: Hiding = NOTHING
) -> Outcome:
    """Write `film.mp4` and `poster.jpg` into `into`; raises Refused."""
    streams = confined.probe(source, format)
    size = fitted(streams)
    film = into / NAME
    output = encoding(streams, size)
    seconds = ffmpeg.convert(source, format, streams, output, into=film, on_progress=on_progress)
    reopen(film, kind=Kind.VIDEO, seconds=seconds, size=size)
    poster = posters.make(film, into)
    made = (Made(NAME, "video/mp4", *size), poster)
    return Outcome(made, width=size[0], height=size[1], duration=round(seconds, 3))


def fitted(streams: Streams) -> tuple[int, int]:
    """The largest even size in the box with the film's shape; never larger than the film."""
    width, height = streams.width or 0, streams.height or 0
    if width * height == 0:
        raise Refused("nothing_to_play")
    if width * height > MAX_PIXELS:
        raise Refused("too_many_pixels")
    scale = min(1.0, BOX[0] / max(width, height), BOX[1] / min(width, height))
    return _even(width * scale), _even(height * scale)


def _even(side: float) -> int:
    """H.264 with 4:2:0 colour has no odd sizes."""
    return max(2, round(side / 2) * 2)


def encoding(streams: Streams, size: tuple[int, int]) -> list[str]:
    """The output part of ffmpeg's command line for a film of `size` pixels."""
    steady = "" if streams.rate and streams.rate <= FASTEST else f"fps={STEADY},"
    picture = ["-map", "0:v:0", "-sn", "-dn", "-fps_mode", "vfr"]
    scale = ["-vf", f"{steady}scale={size[0]}:{size[1]},setsar=1", *X264, *NO_SIGNATURE]
    sound = ["-map", "0:a:0", "-c:a", "aac", "-b:a", "128k", "-ac", "2", "-ar", "48000"]
    return [*picture, *scale, *(sound if streams.has_sound else ["-an"])]
