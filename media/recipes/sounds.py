"""Sounds: AAC in MP4, which every phone and browser plays, with no tags and no cover."""

from pathlib import Path

from media.formats import Format
from media.recipes import confined, ffmpeg, loudness
from media.recipes.hiding import NOTHING, Hiding
from media.recipes.made import Made, Outcome, Progress, part
from media.recipes.unsigned import unsign
from media.recipes.voice import Voice
from media.recipes.waveform import Waveform

NAME = "sound.m4a"

LISTENED = 15
"""Per cent of the work that is done once the loudness is known."""


def make(
    source: Path, format: Format, into: Path, on_progress: Progress, hiding: Hiding = NOTHING
) -> Outcome:
    """Write `sound.m4a` into `into`; raises Refused."""
    streams = confined.probe(source, format)
    heard = loudness.measure(source, format, streams, hiding, part(on_progress, 0, LISTENED))
    voice, band = Voice(streams, heard, hiding.passages), Waveform()
    seconds = ffmpeg.convert(
        source,
        format,
        streams,
        encoding(voice, into),
        on_progress=part(on_progress, LISTENED, 100),
        on_line=band.line,
    )
    unsign(into / NAME)
    made = Made(NAME, "audio/mp4")
    outcome = Outcome((made,), duration=round(seconds, 3), peaks=band.peaks())
    return confined.finish(into, outcome, part(on_progress, 100, 100), hiding)


def encoding(voice: Voice, into: Path) -> list[str]:
    """The output part of ffmpeg's command line."""
    graph = ["-filter_complex", voice.graph("sound")]
    return [*graph, *ffmpeg.writing(into / NAME, ["-map", "[sound]", *voice.encoding()])]
