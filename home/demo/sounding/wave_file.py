"""Sound as a list of numbers from -1 to 1, and the file it is written to."""

import wave
from array import array
from collections.abc import Iterable
from pathlib import Path

RATE = 22_050
"""Samples a second, in one channel."""


def silence(seconds: float) -> "array[float]":
    """Return so many seconds of nothing."""
    return array("d", bytes(8 * int(seconds * RATE)))


def write(sound: "Iterable[float]", path: Path, loudest: float = 0.8) -> None:
    """Write 16-bit mono, with the loudest moment at `loudest` (0 to 1) of full scale."""
    values = array("d", sound)
    peak = max(map(abs, values), default=0) or 1.0
    gain = 32_767 * loudest / peak
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(array("h", [int(value * gain) for value in values]).tobytes())


def faded(sound: "array[float]", start: float, end: float) -> "array[float]":
    """Let the sound come up over `start` seconds and go down over `end` seconds."""
    first, last, length = int(start * RATE), int(end * RATE), len(sound)
    for index in range(min(first, length)):
        sound[index] *= index / first
    for index in range(min(last, length)):
        sound[length - 1 - index] *= index / last
    return sound
