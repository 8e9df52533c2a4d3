"""How high the peaks of a sound stand, and what it costs to hold them back.

A limiter turns down the stretch round each peak that would pass its limit. So for every
window of the sound, the height of its peak and the energy in it are enough to tell how
much of the loudness goes: that is counted once, and the sound is not heard again for it.
"""

import math
from dataclasses import dataclass, field

WINDOW = 0.05
"""Seconds for which a peak turns down what is round it, and so of one reading."""

STEP = 0.25
"""Decibels between the heights that are told apart."""

FADES = 0.87
"""Share of what goes if all of a window is turned down, for a hold is eased before its end."""

PEAK = "lavfi.astats.Overall.Peak_level="
POWER = "lavfi.astats.Overall.RMS_level="


@dataclass
class Heights:
    """The energy, of 1, that stands under peaks of each height, by steps of dBFS."""

    energy: dict[int, float] = field(default_factory=dict)
    peak: float = -math.inf

    def line(self, line: str) -> None:
        """Take in what the filters print of a window: its peak, and then its power."""
        if line.startswith(PEAK):
            self.peak = float(line.removeprefix(PEAK))
        elif line.startswith(POWER):
            self.add(self.peak, float(line.removeprefix(POWER)))

    def add(self, peak: float, power: float) -> None:
        """Count a window, in dBFS; a silent one has nothing to hold back."""
        if math.isfinite(peak) and math.isfinite(power):
            step = round(peak / STEP)
            self.energy[step] = self.energy.get(step, 0.0) + 10 ** (power / 10)

    @property
    def highest(self) -> float:
        """The highest peak in dBFS."""
        return STEP * max(self.energy, default=-math.inf)

    def lost(self, limit: float) -> float:
        """Decibels of loudness that go, about, when no peak may pass `limit`, in dBFS."""
        if not self.energy:
            return 0.0
        left = (
            energy * 10 ** (min(0.0, limit - STEP * step) / 10)
            for step, energy in self.energy.items()
        )
        return -10 * FADES * math.log10(math.fsum(left) / math.fsum(self.energy.values()))


def filters(rate: int) -> str:
    """Filters that print the readings and change nothing."""
    level = "astats=metadata=1:reset=1:measure_perchannel=none:measure_overall=Peak_level+RMS_level"
    said = "ametadata=mode=print:file='pipe\\:1':direct=1"
    return f"asetnsamples=n={round(WINDOW * rate)}:p=0,{level},{said}"
