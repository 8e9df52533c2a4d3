"""The sound of every derivative: even in loudness, with its held passages bleeped.

One filter graph makes it, however many files it goes into, so that no file can say
what another leaves out.
"""

from dataclasses import dataclass

from media.recipes import bleep, loudness, waveform
from media.recipes.hiding import Passage
from media.recipes.loudness import Loudness
from media.recipes.streams import Streams

RATE = loudness.BAND
"""Samples a second: more would take half as long again, and hold nothing that the encoder keeps."""


@dataclass(frozen=True)
class Voice:
    """All that decides how a recording will sound."""

    streams: Streams
    loudness: Loudness
    passages: tuple[Passage, ...]

    @property
    def channels(self) -> int:
        """At most two; what does not say counts as two."""
        return 1 if self.streams.channels == 1 else 2

    def graph(self, *labels: str) -> str:
        """The filter graph from the recording to each label, as `-filter_complex` takes it."""
        seconds = waveform.window(self.loudness.seconds)
        split = "" if len(labels) == 1 else f",asplit={len(labels)}"
        ends = "".join(f"[{label}]" for label in labels)
        return f"{self._bleeped()},aresample={RATE},{waveform.filters(seconds, RATE)}{split}{ends}"

    def _bleeped(self) -> str:
        """Held passages go first, before anything could smear them past their ends."""
        taken = f"[0:{self.streams.sound_at}]{loudness.taken(self.streams)}"
        if not self.passages:
            return f"{taken},{self.loudness.filters()}"
        told = f"{taken}{bleep.silence(self.passages)},{self.loudness.filters()},aresample={RATE}"
        tone = bleep.tone(self.passages, RATE, self.channels)
        return f"{told}[told];{tone}[tone];[told][tone]amix=inputs=2:duration=first:normalize=0"

    def encoding(self) -> list[str]:
        """Speech needs no more than 64 kilobits a second for each channel."""
        bits = f"{self.loudness.care.kilobits * self.channels}k"
        rate = ["-b:a", bits, "-ac", str(self.channels), "-ar", str(RATE)]
        return ["-c:a", "aac", "-aac_coder", "fast", *rate]
