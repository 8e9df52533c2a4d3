"""Puts a tone in place of what is held back.

The sound is turned to nothing before it is encoded, so that no trace of it is in any
derivative; the tone is laid over the silence, so that a listener knows why.
"""

from media.recipes.hiding import Passage

MARGIN = 0.1
"""Seconds before and after a passage that go with it: a mark is set by hand."""

STEP = 320
"""Samples, 10 ms or less: how finely sound is turned off and on."""

PITCH = 1000
"""Hertz, as broadcasters do."""

LOUD = {1: 1.6, 2: 1.1}
"""Factor, by channels, that brings ffmpeg's sine of 1/8 to -17 LUFS, next to speech of -16."""


def stretches(passages: tuple[Passage, ...]) -> list[tuple[float, float]]:
    """Start and end of what is bleeped, in seconds, widened, in order and not overlapping."""
    found: list[tuple[float, float]] = []
    for passage in sorted(passages, key=lambda passage: passage.start):
        start, end = max(0.0, passage.start - MARGIN), passage.end + MARGIN
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], end))
        else:
            found.append((start, end))
    return found


def silence(passages: tuple[Passage, ...]) -> str:
    """Filters that leave nothing of the passages; "" where there are none."""
    if not passages:
        return ""
    return f",asetnsamples=n={STEP}:p=0,volume=volume=0:enable='{_within(passages)}'"


def tone(passages: tuple[Passage, ...], rate: int, channels: int) -> str:
    """A filter chain, from no input, that sounds within the passages only."""
    layout = "mono" if channels == 1 else "stereo"
    sine = f"sine=frequency={PITCH}:sample_rate={rate}:samples_per_frame={STEP}"
    quiet = f"volume=volume=0:enable='not({_within(passages)})'"
    return (
        f"{sine},aformat=sample_fmts=fltp:channel_layouts={layout},volume={LOUD[channels]},{quiet}"
    )


def _within(passages: tuple[Passage, ...]) -> str:
    return "+".join(f"between(t,{start:.3f},{end:.3f})" for start, end in stretches(passages))
