"""The drawn band of a sound: how loud it is, in at most 96 equal steps of time.

Taken from the finished sound, bleeps and all, while it is encoded: ffmpeg prints the
loudness of every tenth of a second, and four hours of that are one small list here.
"""

import math
from array import array
from dataclasses import dataclass, field

MOST = 96
"""Bars in the drawing."""

FLOOR = -60.0
"""Decibels below which a stretch counts as silent."""

SOFTEN = 0.6
"""Power that lifts quiet bars, so that soft speech beside a laugh is still seen."""

KEY = "lavfi.astats.Overall.RMS_level"


def window(duration: float) -> float:
    """Seconds in one reading: a tenth, or less for a sound so short that it has few tenths."""
    return min(0.1, max(0.01, duration / MOST))


def filters(seconds: float, rate: int) -> str:
    """Filters that print the level of every `seconds` and change nothing."""
    level = "astats=metadata=1:reset=1:measure_perchannel=none:measure_overall=RMS_level"
    said = f"ametadata=mode=print:key={KEY}:file='pipe\\:1':direct=1"
    return f"asetnsamples=n={round(seconds * rate)}:p=0,{level},{said}"


@dataclass
class Waveform:
    """The powers heard so far, one for each reading, as 4-byte floats."""

    powers: "array[float]" = field(default_factory=lambda: array("f"))

    def line(self, line: str) -> None:
        """Take in what the filters print, in decibels."""
        key, _, value = line.partition("=")
        if key == KEY:
            decibels = float(value)
            self.powers.append(10 ** (decibels / 10) if decibels > FLOOR else 0.0)

    def peaks(self) -> tuple[int, ...]:
        """The band: 0 to 100, where the loudest bar is 100 unless all is silent."""
        count = min(MOST, len(self.powers))
        bars = [self._power(at * len(self.powers) // count, at, count) for at in range(count)]
        loudest = max(bars, default=0.0)
        return tuple(round(100 * (bar / loudest) ** (SOFTEN / 2)) if bar else 0 for bar in bars)

    def _power(self, start: int, at: int, count: int) -> float:
        """The mean power in one bar; every reading is in exactly one."""
        end = max(start + 1, (at + 1) * len(self.powers) // count)
        return math.fsum(self.powers[start:end]) / (end - start)
