"""Sounds: AAC in MP4, which every phone and browser plays, with no tags and no cover."""

from pathlib import Path

from media.formats import Format, Kind
from media.recipes import confined, ffmpeg
from media.recipes.hiding import NOTHING, Hiding
from media.recipes.made import Made, Outcome, Progress
from media.recipes.reopen import reopen

NAME = "sound.m4a"


def make(
    source: Path, format: Format, into: Path, on_progress: Progress, hiding: Hiding = NOTHING
) -> Outcome:
    """Write `sound.m4a` into `into`; raises Refused."""
    streams = confined.probe(source, format)
    output = encoding(streams.channels)
    seconds = ffmpeg.convert(
        source, format, streams, output, into=into / NAME, on_progress=on_progress
    )
    reopen(into / NAME, kind=Kind.AUDIO, seconds=seconds)
    return Outcome((Made(NAME, "audio/mp4"),), duration=round(seconds, 3))


def encoding(channels: int | None) -> list[str]:
    """Speech needs no more than this: 64 kilobits a second for each of at most two channels."""
    ears = 1 if channels == 1 else 2
    rate = ["-c:a", "aac", "-b:a", f"{64 * ears}k", "-ac", str(ears), "-ar", "48000"]
    return ["-map", "0:a:0", "-vn", "-sn", "-dn", *rate]
