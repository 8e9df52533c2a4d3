"""Reads what a recording says about itself; runs in a confined child.

What it says is used to choose settings and to compare with what full decoding
finds. It is never believed by itself: a film that was cut off still says that it
is whole.
"""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import av
from av.container import InputContainer
from av.stream import Disposition

from media.elementary import states_length
from media.formats import Format
from media.recipes.decoders import FILM, SOUND
from media.recipes.streams import Streams
from media.recipes.wholeness import is_cut_off
from media.refusals import Refused

MOST_STREAMS = 64
"""Streams in one file; a phone writes eight at most, and a hostile file thousands."""

SHAKY = 0.1
"""Share by which the mean frame rate may miss the stated one before it counts as unsteady."""

FIELDS = 2
"""Pictures an interlaced film states for each of its frames."""

HDR = {16: "smpte2084", 18: "arib-std-b67"}
"""Transfer characteristics (ITU-T H.273, table 3) brighter than a screen: PQ and HLG."""

Played = TypeVar("Played", av.VideoStream, av.AudioStream)
NOT_A_FILM = Disposition.attached_pic | Disposition.timed_thumbnails


def probe(source: Path, format: Format) -> Streams:
    """Open the recording with the one demuxer of its format; raises Refused."""
    if is_cut_off(source, format):
        raise Refused("broken")
    try:
        with av.open(str(source), format=format.demuxer, options=opening(format)) as container:
            return replace(_described(container), estimated=not states_length(source, format))
    except (av.FFmpegError, ValueError) as error:
        raise Refused("broken") from error


def opening(format: Format) -> dict[str, str]:
    """What a demuxer may do: read this one file, with nothing of another kind inside it."""
    options = {
        "protocol_whitelist": "file",
        "format_whitelist": format.demuxer,
        "max_streams": str(MOST_STREAMS),
    }
    # A QuickTime file can say that its pictures are in another file of the same disk.
    inside = {"enable_drefs": "0", "use_absolute_path": "0", "ignore_chapters": "1"}
    return options | inside if format.demuxer == "mov" else options


def _described(container: InputContainer) -> Streams:
    film = _first(container.streams.video, FILM)
    sound = _first(container.streams.audio, SOUND)
    if film is None and sound is None:
        raise Refused("nothing_to_play")
    heard = Streams(duration=_seconds(container))
    if sound is not None:
        ears = sound.codec_context.channels
        heard = replace(heard, has_sound=True, channels=ears, sound_at=sound.index)
    return heard if film is None else _with_film(heard, container, film)


def _first(streams: Sequence[Played], decoders: frozenset[str]) -> Played | None:
    """The first stream to be shown; raises Refused if there are some and none can be read."""
    real = [stream for stream in streams if not stream.disposition & NOT_A_FILM]
    for stream in real:
        if _is_readable(stream, decoders):
            return stream
    if real:
        raise Refused("too_hard")
    return None


def _is_readable(stream: av.VideoStream | av.AudioStream, decoders: frozenset[str]) -> bool:
    """Whether a decoder we use knows it; pictures whose size it cannot say it does not know."""
    context = stream.codec_context
    if not context or context.codec.name not in decoders:
        return False
    return not isinstance(context, av.VideoCodecContext) or context.width > 0


def _with_film(heard: Streams, container: InputContainer, film: av.VideoStream) -> Streams:
    first = next(container.decode(film), None)
    width, height = _shown_size(film, first)
    return replace(
        heard,
        width=width,
        height=height,
        rate=_rate(film),
        interlaced=first is not None and first.interlaced_frame,
        hdr=HDR.get(first.color_trc, "") if first is not None else "",
        film_at=film.index,
    )


def _rate(film: av.VideoStream) -> float | None:
    """Frames a second; phones slow down in the dark, and their mean rate is nobody's rate."""
    mean, stated = float(film.average_rate or 0), float(film.base_rate or 0)
    steady = any(abs(mean * fields - stated) <= stated * SHAKY for fields in (1, FIELDS))
    return mean if mean and steady else None


def _seconds(container: InputContainer) -> float | None:
    """A recording straight from a browser states no duration at all."""
    return container.duration / av.time_base if container.duration else None


def _shown_size(film: av.VideoStream, first: av.VideoFrame | None) -> tuple[int, int]:
    """The frame as a player shows it: pixels made square, and turned as the phone was held."""
    wide = film.sample_aspect_ratio or 1
    width, height = max(1, round(film.width * wide)), film.height
    turned = first is not None and first.rotation % 180 != 0
    return (height, width) if turned else (width, height)
