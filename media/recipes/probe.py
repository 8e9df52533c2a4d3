"""Reads what a recording says about itself; runs in a confined child.

What it says is used to choose settings and to compare with what full decoding
finds. It is never believed by itself: a film that was cut off still says that it
is whole.
"""

from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

import av
from av.container import InputContainer
from av.stream import Disposition

from media.elementary import states_length
from media.formats import Format, Kind
from media.refusals import Refused

OPTIONS = {"protocol_whitelist": "file"}

STREAMED = 0x7FFFFFFF
"""A stated size this large or larger was written before the real one was known."""

SLOPPY = 1024
"""Bytes by which recorders are known to overstate the size."""


@dataclass(frozen=True)
class Streams:
    """The first film and sound streams: pixels as shown (upright, square), seconds if stated.

    `estimated` says that the seconds are only a guess from the size of the file, and
    `rate` is in frames a second.
    """

    has_sound: bool = False
    width: int | None = None
    height: int | None = None
    duration: float | None = None
    estimated: bool = False
    channels: int | None = None
    rate: float | None = None

    @property
    def kind(self) -> Kind:
        """Video where there is something to see; the cover of a song is not."""
        return Kind.VIDEO if self.width else Kind.AUDIO

    def as_json(self) -> dict[str, Any]:
        """The streams as a child writes them to its parent."""
        return asdict(self)


def probe(source: Path, format: Format) -> Streams:
    """Open the recording with the one demuxer of its format; raises Refused."""
    if format.code in ("wav", "avi"):
        _check_riff(source)
    try:
        with av.open(str(source), format=format.demuxer, options=OPTIONS) as container:
            return replace(_described(container), estimated=not states_length(source, format))
    except (av.FFmpegError, ValueError) as error:
        raise Refused("broken") from error


def _check_riff(source: Path) -> None:
    """A RIFF file states its size in bytes 4 to 7; decoders pass over what is missing."""
    with source.open("rb") as file:
        head = file.read(8)
    stated = int.from_bytes(head[4:8], "little")
    streamed = head[:4] != b"RIFF" or stated >= STREAMED
    if not streamed and stated + len(head) > source.stat().st_size + SLOPPY:
        raise Refused("broken")


def _described(container: InputContainer) -> Streams:
    films = [
        stream
        for stream in container.streams.video
        if not stream.disposition & Disposition.attached_pic and stream.width
    ]
    sounds = container.streams.audio
    if not films and not sounds:
        raise Refused("nothing_to_play")
    width, height = _shown_size(container, films[0]) if films else (None, None)
    return Streams(
        has_sound=bool(sounds),
        width=width,
        height=height,
        duration=_seconds(container),
        channels=sounds[0].channels if sounds else None,
        rate=float(films[0].average_rate or 0) or None if films else None,
    )


def _seconds(container: InputContainer) -> float | None:
    """A recording straight from a browser states no duration at all."""
    return container.duration / av.time_base if container.duration else None


def _shown_size(container: InputContainer, stream: av.VideoStream) -> tuple[int, int]:
    """The frame as a player shows it: pixels made square, and turned as the phone was held."""
    wide = stream.sample_aspect_ratio or 1
    width, height = max(1, round(stream.width * wide)), stream.height
    if _quarter_turned(container, stream):
        width, height = height, width
    return width, height


def _quarter_turned(container: InputContainer, stream: av.VideoStream) -> bool:
    first = next(container.decode(stream), None)
    return first is not None and first.rotation % 180 != 0
