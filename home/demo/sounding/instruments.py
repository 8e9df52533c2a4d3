"""Instruments as one turn of a wave and the way a note swells and dies."""

import math
from array import array
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from operator import add, mul

from home.demo.sounding.wave_file import RATE

TURN = 2048
"""Steps in one turn of the wave; a power of two, so that a mask wraps it round."""


@dataclass(frozen=True)
class Instrument:
    """Strengths of the partials (partial number, strength), and the shape of a note."""

    partials: tuple[tuple[float, float], ...]
    attack: float = 0.02
    decay: float = 0.0
    release: float = 0.06
    tremble: float = 0.0


HARMONIUM = Instrument(((1, 1), (2, 0.6), (3, 0.45), (4, 0.2), (6, 0.12)), 0.09, 0.2, 0.14, 0.08)
BRASS = Instrument(((1, 1), (2, 0.8), (3, 0.7), (4, 0.45), (5, 0.3), (6, 0.2)), 0.05, 0.5, 0.08)
MUSIC_BOX = Instrument(((1, 1), (3, 0.25), (5, 0.12), (7, 0.05)), 0.003, 4.2, 0.2)
STEEL_PAN = Instrument(((1, 1), (2, 0.7), (3, 0.2), (4, 0.16)), 0.004, 5.5, 0.1, 0.1)
WHISTLE = Instrument(((1, 1), (2, 0.16), (3, 0.05)), 0.03, 0.3, 0.05, 0.12)
BASS = Instrument(((1, 1), (2, 0.5), (3, 0.2)), 0.01, 2.6, 0.08)
CHOP = Instrument(((1, 1), (2, 0.6), (3, 0.5), (5, 0.3)), 0.004, 12.0, 0.03)


def play(
    sound: "array[float]",
    instrument: Instrument,
    *,
    hertz: float,
    at: float,
    seconds: float,
    loudness: float,
) -> None:
    """Add one note to the sound; what would run over its end is cut off."""
    start = int(at * RATE)
    count = min(int((seconds + instrument.release) * RATE), len(sound) - start)
    if count <= 0:
        return
    turn, step, mask = _turn(instrument), hertz * TURN / RATE, TURN - 1
    raw = [turn[int(index * step) & mask] for index in range(count)]
    shaped = map(mul, raw, _shape(instrument, count, round(loudness, 3)))
    sound[start : start + count] = array("d", map(add, sound[start : start + count], shaped))


@lru_cache(maxsize=16)
def _turn(instrument: Instrument) -> list[float]:
    def at(step: int) -> float:
        angle = math.tau * step / TURN
        return sum(strength * math.sin(angle * number) for number, strength in instrument.partials)

    whole = [at(step) for step in range(TURN)]
    peak = max(whole)
    return [value / peak for value in whole]


@lru_cache(maxsize=256)
def _shape(instrument: Instrument, count: int, loudness: float) -> list[float]:
    attack = max(1, int(instrument.attack * RATE))
    release = max(1, int(instrument.release * RATE))
    fall = math.exp(-instrument.decay / RATE)
    swell: Callable[[int], float] = lambda index: (  # noqa: E731
        1 + instrument.tremble * math.sin(index * 34 / RATE)
    )
    level, shape = loudness, []
    for index in range(count):
        edge = min(1.0, index / attack, (count - index) / release)
        shape.append(level * edge * swell(index))
        level *= fall
    return shape
