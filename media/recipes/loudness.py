"""How loud a recording is, and what brings it to the loudness of all the others.

EBU R 128 and its measure, ITU-R BS.1770. A first pass hears the sound alone; the second
turns all of it up or down by the same amount, so that a whisper stays softer than a
shout, and holds back the highest peaks. What is within 1.5 LU of the target counts as
right: holding peaks back takes a little away, and so does the encoder. Only where the
peaks stand high above the rest is the sound heard once more, as it would become. A clap
in a silent hall stays softer, as R 128 wants it: the ceiling comes before the target.
"""

import math
from dataclasses import dataclass
from pathlib import Path

from media.formats import Format
from media.recipes import bleep, ffmpeg
from media.recipes.hiding import Hiding
from media.recipes.made import Progress
from media.recipes.probe import Streams
from media.refusals import Refused

TARGET = -16.0
"""LUFS, integrated: what the web and podcasts use."""

CEILING = -1.5
"""dBTP that no true peak may pass."""

ROOM = 2.0
"""Decibels under the ceiling that are left to the encoder, which overshoots."""

FAINT = -50.0
"""LUFS below which there is nothing to hear but the room; it is left as it is."""

STEEP = 5.0
"""Decibels by which peaks may be held back before it is heard how much that took away."""

MAKE_UP = 1.5
"""Decibels to add for each that was taken away, since holding back takes of them as well."""

MOST_MADE_UP = 6.0

HIDDEN = 3.0
"""Decibels by which the sound may stand higher between two samples than at either."""

OVERSAMPLED = 96000
"""Hertz at which peaks are held back, so that those between two samples are seen too."""

QUICK = 48000
"""Hertz at which it is only heard how loud the sound would become."""

HEARD = "lavfi.r128.I="
PEAK = "lavfi.r128.sample_peak="
SAY = "ametadata=mode=print:key={key}:file='pipe\\:1':direct=1"


@dataclass
class Loudness:
    """What was heard: LUFS, the highest sample, of 1, and seconds; nothing where `is_empty`."""

    integrated: float = -math.inf
    peak: float = 0.0
    seconds: float = 0.0
    is_empty: bool = True
    more: float = 0.0

    def line(self, line: str) -> None:
        """Take in what the meter prints of all that it has heard so far."""
        if line.startswith(HEARD):
            self.integrated, self.is_empty = float(line.removeprefix(HEARD)), False
        elif line.startswith(PEAK):
            self.peak = float(line.removeprefix(PEAK))

    @property
    def gain(self) -> float:
        """Decibels to the target; 0 for silence, and for what is too short to be measured."""
        return TARGET - self.integrated + self.more if self.integrated > FAINT else 0.0

    @property
    def excess(self) -> float:
        """Decibels by which the gain takes the highest sample over what is let through."""
        return 20 * math.log10(self.peak + 0.001) + self.gain - (CEILING - ROOM)

    def filters(self, rate: int = OVERSAMPLED) -> str:
        """The gain, and a hold on the peaks where they need it."""
        turned = f"volume={self.gain:.2f}dB:precision=float"
        limit = 10 ** ((CEILING - ROOM) / 20)
        hold = f"alimiter=limit={limit:.4f}:level=0:attack=5:release=50:latency=1"
        return f"{turned},aresample={rate},{hold}" if self.excess > -HIDDEN else turned


def measure(
    source: Path, format: Format, streams: Streams, hiding: Hiding, on_progress: Progress
) -> Loudness:
    """Hear all of the sound, less what is held back; raises Refused for what stalls us.

    Whether the file is whole is not judged here: the pass that follows decodes all of it.
    """

    def heard(through: str = "") -> Loudness:
        chain = f"{taken(streams)}{bleep.silence(hiding.passages)}{through},{_meter()}"
        return _heard(source, format, streams, chain, on_progress)

    first = heard()
    if first.excess > STEEP:
        lost = TARGET - heard(f",{first.filters(QUICK)}").integrated
        first.more = min(MOST_MADE_UP, max(0.0, MAKE_UP * lost))
    return first


def _heard(
    source: Path, format: Format, streams: Streams, chain: str, on_progress: Progress
) -> Loudness:
    loudness = Loudness()
    output = ["-map", f"0:{streams.sound_at}", "-af", chain, *ffmpeg.NOWHERE]
    ended, heard = ffmpeg.play(
        source, format, streams, output, on_progress=on_progress, on_line=loudness.line
    )
    if ended.was_stopped:
        raise Refused("too_hard")
    loudness.seconds = heard.seconds
    return loudness


def taken(streams: Streams, rate: int = 0) -> str:
    """The sound as one or two channels from the very beginning, with its gaps filled."""
    layout = "mono" if streams.channels == 1 else "stereo"
    resampled = f"{rate}:" if rate else ""
    steady = f"aresample={resampled}async=1:first_pts=0"
    return f"{steady},aformat=sample_fmts=fltp:channel_layouts={layout}"


def _meter() -> str:
    said = ",".join(SAY.format(key=key.rstrip("=")) for key in (HEARD, PEAK))
    return f"ebur128=framelog=quiet:peak=sample:metadata=1,{said}"
