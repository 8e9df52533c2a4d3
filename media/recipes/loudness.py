"""How loud a recording is, and what brings it to the loudness of all the others.

EBU R 128 and its measure, ITU-R BS.1770. A first pass hears the sound alone, in the band
that the encoder will keep: hiss above it would count here and be gone from the file. The
second turns all of it up or down by the same amount, so that a whisper stays softer than
a shout, and holds the highest peaks back. What that takes away is made up for before
(`heights.py`), so that no third pass is needed.

What ends within 1.5 LU of the target counts as right. The ceiling comes before the target:
where single claps stand in a silent hall, the recording stays softer than the others. The
encoder adds noise of its own to what is pressed hard, so that gets twice the bits.
"""

import math
from dataclasses import dataclass, field
from pathlib import Path

from media.formats import Format
from media.recipes import bleep, ffmpeg, heights
from media.recipes.heights import Heights
from media.recipes.hiding import Hiding
from media.recipes.made import Progress
from media.recipes.streams import Streams
from media.refusals import Refused

TARGET = -16.0
"""LUFS, integrated: what the web and podcasts use."""

CEILING = -1.5
"""dBTP that no true peak may pass."""

FAINT = -50.0
"""LUFS below which there is nothing to hear but the room; it is left as it is."""

ENOUGH = TARGET - 0.75
"""LUFS at which what peaks have taken away is made up for: more would only press harder."""

MOST_MADE_UP = 16.0
"""Decibels to add at most for that."""

HIDDEN = 3.0
"""Decibels by which the sound may stand higher between two samples than at either."""

BAND = 32000
"""Samples a second that hold what the encoder keeps at our bit rates: all up to 16 kHz."""

OVERSAMPLED = 96000
"""Hertz at which peaks are held back, so that those between two samples are seen too."""

HEARD = "lavfi.r128.I="
METER = (
    "ebur128=framelog=quiet:metadata=1,"
    "ametadata=mode=print:key=lavfi.r128.I:file='pipe\\:1':direct=1"
)


@dataclass(frozen=True)
class Care:
    """Decibels under the ceiling that are left to the encoder, and its kilobits a channel."""

    room: float
    kilobits: int

    @property
    def limit(self) -> float:
        """The dBFS that no peak may pass before it is encoded."""
        return CEILING - self.room


PLAIN = Care(room=4.5, kilobits=64)
STEEP = Care(room=2.0, kilobits=128)
"""At 64 kilobits the encoder overshoots by up to 3.5 dB in noise, at 128 by 1 dB."""

STEEPER = 6.0
"""Decibels to make up for from which a sound is steep."""


@dataclass
class Loudness:
    """What was heard: LUFS, how high its peaks stand, seconds; nothing where `is_empty`."""

    integrated: float = -math.inf
    heights: Heights = field(default_factory=Heights)
    seconds: float = 0.0
    is_empty: bool = True

    def line(self, line: str) -> None:
        """Take in what the meters print of all that they have heard so far."""
        if line.startswith(HEARD):
            self.integrated, self.is_empty = float(line.removeprefix(HEARD)), False
        else:
            self.heights.line(line)

    @property
    def care(self) -> Care:
        """How carefully it has to be held back and encoded."""
        return STEEP if self._made_up(PLAIN) > STEEPER else PLAIN

    @property
    def gain(self) -> float:
        """Decibels to the target; 0 for silence, and for what is too short to be measured."""
        return self._straight + self._made_up(self.care)

    @property
    def _is_heard(self) -> bool:
        return self.integrated > FAINT

    @property
    def _straight(self) -> float:
        return TARGET - self.integrated if self._is_heard else 0.0

    def _made_up(self, care: Care) -> float:
        """Decibels to add, by steps, for what the hold on the peaks takes away."""
        more, most, needed = 0.0, MOST_MADE_UP if self._is_heard else 0.0, ENOUGH - TARGET
        while more < most and more - self._lost(more, care) < needed:
            more += heights.STEP
        return more

    def _lost(self, more: float, care: Care) -> float:
        return self.heights.lost(care.limit - self._straight - more)

    def filters(self) -> str:
        """The gain, and a hold on the peaks where they need it."""
        gain, limit = self.gain, self.care.limit
        turned = f"volume={gain:.2f}dB:precision=float"
        if self.heights.highest + gain < limit - HIDDEN:
            return turned
        hold = f"alimiter=limit={10 ** (limit / 20):.4f}:level=0:attack=5:release=50:latency=1"
        return f"{turned},aresample={OVERSAMPLED},{hold}"


def measure(
    source: Path, format: Format, streams: Streams, hiding: Hiding, on_progress: Progress
) -> Loudness:
    """Hear all of the sound, less what is held back; raises Refused for what stalls us.

    Whether the file is whole is not judged here: the pass that follows decodes all of it.
    """
    loudness = Loudness()
    chain = f"{taken(streams)}{bleep.silence(hiding.passages)},{heights.filters(BAND)},{METER}"
    output = ["-map", f"0:{streams.sound_at}", "-af", chain, *ffmpeg.NOWHERE]
    ended, heard = ffmpeg.play(
        source, format, streams, output, on_progress=on_progress, on_line=loudness.line
    )
    if ended.was_stopped:
        raise Refused("too_hard")
    loudness.seconds = heard.seconds
    return loudness


def taken(streams: Streams) -> str:
    """The sound as one or two channels from the very beginning, with its gaps filled."""
    layout = "mono" if streams.channels == 1 else "stereo"
    steady = f"aresample={BAND}:async=1:first_pts=0"
    return f"{steady},aformat=sample_fmts=fltp:channel_layouts={layout}"
