"""One way to run ffmpeg: confined, told which demuxer to use, and leaving nothing behind.

The flags are ffmpeg's own (ffmpeg.org/ffmpeg-formats.html): without
`-map_metadata -1` it copies where a film was made; with `+bitexact` it does not
sign its work. Only the one local file can be opened, by one demuxer and by decoders
that are on a list, so a playlist or a file inside a file reaches nothing.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import imageio_ffmpeg

from media.bounds import MAX_PIXELS, MAX_SECONDS
from media.children import Ended, Limits, nothing, run
from media.formats import Format
from media.recipes import confined
from media.recipes.decoders import ALLOWED
from media.recipes.made import Progress
from media.recipes.probe import opening
from media.recipes.streams import Streams
from media.refusals import Refused

CLEAN = (
    *("-map_metadata", "-1", "-map_metadata:s", "-1", "-map_chapters", "-1"),
    *("-fflags", "+bitexact", "-flags:v", "+bitexact", "-flags:a", "+bitexact"),
    *("-write_tmcd", "0", "-empty_hdlr_name", "1", "-movflags", "+faststart", "-f", "mp4"),
)
"""Output flags: no tags, chapters, time codes or signature, and playable before it is whole."""

NOWHERE = ("-f", "null", "-")
"""Where a pass writes that only listens."""

READING = "lavfi."
"""What filters print begins so; an hour of sound gives 200,000 such lines."""

CUT_OFF = re.compile(r"partial file|File ended prematurely|moov atom not found|Truncat", re.I)
"""What the demuxers say of a file that ends too early."""

TOLERATED = 5
"""Complaints let pass: a stray byte after a song is no reason to turn it away."""

MISSING = 0.25
"""Seconds, and `MISSING_SHARE` of the stated length, that decoding may fall short by."""

MISSING_SHARE = 0.01


@dataclass
class Heard:
    """What ffmpeg's progress output has said so far, beside what to expect; all in seconds."""

    seconds: float = 0.0
    expected: float | None = None
    promised: float = 0.0
    rate: float | None = None
    percent: int = field(default=0)

    def line(self, line: str) -> None:
        """Take in one `key=value` line; out_time_us is in microseconds.

        Frames are counted as well, where their rate is known: the time is that of the last
        one in the order of decoding, which in a slow film ends seconds before the last shown.
        """
        key, _, value = line.partition("=")
        if not value.strip().lstrip("-").isdigit():
            return
        if key == "out_time_us":
            self._reach(int(value) / 1_000_000)
        elif key == "frame" and self.rate:
            self._reach(int(value) / self.rate)

    def _reach(self, seconds: float) -> None:
        self.seconds = max(self.seconds, seconds)
        if self.expected:
            self.percent = min(99, int(100 * self.seconds / self.expected))


@cache
def program() -> str:
    """The ffmpeg that came inside a Python package; nothing is looked up on the PATH."""
    return str(imageio_ffmpeg.get_ffmpeg_exe())


def convert(
    source: Path,
    format: Format,
    streams: Streams,
    output: list[str],
    *,
    on_progress: Progress,
    on_line: Callable[[str], None] = nothing,
    rate: float | None = None,
) -> float:
    """Decode all of `source`, do as `output` says, and return its length in seconds.

    `on_line` hears what filters print. Raises Refused when decoding finds less than the
    file promised, ChildFailed when the output cannot be written.
    """
    ended, heard = play(
        source, format, streams, output, on_progress=on_progress, on_line=on_line, rate=rate
    )
    judge(ended, heard)
    return heard.seconds


def play(
    source: Path,
    format: Format,
    streams: Streams,
    output: list[str],
    *,
    on_progress: Progress,
    on_line: Callable[[str], None] = nothing,
    rate: float | None = None,
) -> tuple[Ended, Heard]:
    """Run ffmpeg to its end and judge nothing yet; raises Refused for what is too long.

    `rate` is of the frames that are written, a second.
    """
    if streams.duration and streams.duration > MAX_SECONDS:
        raise Refused("too_long")
    promised = 0.0 if streams.estimated else streams.duration or 0.0
    heard = Heard(expected=streams.duration, promised=promised, rate=rate)

    def listen(line: str) -> None:
        if line.startswith(READING):
            on_line(line)
            return
        heard.line(line)
        if line.startswith("progress="):
            on_progress(heard.percent)

    ended = run(
        [*reading(source, format), *output],
        limits=_limits(streams.duration),
        on_line=listen,
        on_beat=lambda: on_progress(heard.percent),
    )
    return ended, heard


def writing(path: Path, output: list[str]) -> list[str]:
    """One clean file of an output; several may follow one another on a command line."""
    return [*output, *CLEAN, str(path)]


def reading(source: Path, format: Format) -> list[str]:
    """`file:` keeps a name from being read as an address or an option."""
    quiet = ["-nostdin", "-hide_banner", "-nostats", "-v", "error", "-progress", "pipe:1", "-y"]
    demuxer = [word for name, value in opening(format).items() for word in (f"-{name}", value)]
    decoders = ["-codec_whitelist", ALLOWED, "-max_pixels", str(MAX_PIXELS), "-threads", "2"]
    bounds = ["-f", format.demuxer, "-t", str(MAX_SECONDS + 1)]
    return [program(), *quiet, *decoders, *demuxer, *bounds, "-i", f"file:{source}"]


def _limits(duration: float | None) -> Limits:
    """A slow machine works at about real time; ten times that is a file built to stall us."""
    seconds = int(120 + 10 * (duration or MAX_SECONDS))
    return Limits(cpu=2 * seconds, wall=seconds)


def judge(ended: Ended, heard: Heard) -> None:
    """Raise Refused unless all that the file promised was decoded and written."""
    if ended.was_stopped:
        raise Refused("too_hard")
    if heard.seconds > MAX_SECONDS:
        raise Refused("too_long")
    if "Error opening output" in ended.complaints:
        raise confined.ChildFailed(ended.complaints)
    complaints = [line for line in ended.complaints.splitlines() if line.strip()]
    short = heard.promised * (1 - MISSING_SHARE) - MISSING
    cut_off = CUT_OFF.search(ended.complaints) or heard.seconds < short
    if ended.code != 0 or cut_off or len(complaints) > TOLERATED or heard.seconds <= 0:
        raise Refused("broken")
