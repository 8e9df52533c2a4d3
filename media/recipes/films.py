"""Films: H.264 and AAC in MP4 at 720p, and at 1080p where there is more to see, with a poster."""

from dataclasses import replace
from pathlib import Path

from media.formats import Format
from media.recipes import confined, ffmpeg, loudness, screen
from media.recipes.hiding import NOTHING, Hiding
from media.recipes.loudness import Loudness
from media.recipes.made import Made, Outcome, Progress, part
from media.recipes.screen import Screen
from media.recipes.unsigned import unsign
from media.recipes.voice import Voice
from media.recipes.waveform import Waveform

NAMES = ("film.mp4", "film-1080.mp4")

LISTENED = 5
"""Per cent of the work that is done once the loudness is known."""

SHOWN = 97
"""Per cent that is done once the film is there and its poster is not."""

X264 = (
    *("-c:v", "libx264", "-preset", "veryfast", "-crf", "23", "-profile:v", "high"),
    *("-pix_fmt", "yuv420p", "-g", "120"),
)
"""`veryfast` keeps two cores at about real time; slower presets gain a tenth in size."""

MOST_BITS = (("-maxrate", "3M", "-bufsize", "6M"), ("-maxrate", "6M", "-bufsize", "12M"))
"""For each of `NAMES`: what a home connection and a school's can carry."""

NO_SIGNATURE = ("-bsf:v", "filter_units=remove_types=6")
"""Drops the SEI units (ITU-T H.264 annex D) in which the encoder describes itself."""


def make(
    source: Path, format: Format, into: Path, on_progress: Progress, hiding: Hiding = NOTHING
) -> Outcome:
    """Write the film in one size or two, and `poster.jpg`, into `into`; raises Refused."""
    streams = confined.probe(source, format)
    picture = screen.shown(streams)
    heard = Loudness()
    if streams.has_sound:
        listening = part(on_progress, 0, LISTENED)
        heard = loudness.measure(source, format, streams, hiding, listening)
    # A track of sound with nothing in it would keep the film from being written at all.
    streams = replace(streams, has_sound=not heard.is_empty)
    voice, band = Voice(streams, heard, hiding.passages), Waveform()
    seconds = ffmpeg.convert(
        source,
        format,
        streams,
        encoding(picture, voice, into),
        on_progress=part(on_progress, LISTENED, SHOWN),
        on_line=band.line,
        rate=picture.rate,
    )
    width, height = picture.size
    outcome = Outcome(
        _unsigned(picture, into),
        width=width,
        height=height,
        duration=round(seconds, 3),
        peaks=band.peaks(),
    )
    return confined.finish(into, outcome, part(on_progress, SHOWN, 100), hiding)


def encoding(picture: Screen, voice: Voice, into: Path) -> list[str]:
    """The output part of ffmpeg's command line: everything in one run, decoded once."""
    ends = range(len(picture.sizes))
    graphs = [picture.graph(*(f"film{end}" for end in ends))]
    if voice.streams.has_sound:
        graphs.append(voice.graph(*(f"sound{end}" for end in ends)))
    files = [word for end in ends for word in _file(end, voice, into)]
    return ["-filter_complex", ";".join(graphs), *files]


def _file(end: int, voice: Voice, into: Path) -> list[str]:
    film = ["-map", f"[film{end}]", *X264, *MOST_BITS[end], *NO_SIGNATURE]
    sound = ["-map", f"[sound{end}]", *voice.encoding()] if voice.streams.has_sound else []
    return ffmpeg.writing(into / NAMES[end], [*film, *sound])


def _unsigned(picture: Screen, into: Path) -> tuple[Made, ...]:
    made = tuple(
        Made(name, "video/mp4", *size) for name, size in zip(NAMES, picture.sizes, strict=False)
    )
    for each in made:
        unsign(into / each.name)
    return made
