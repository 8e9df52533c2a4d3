"""Noises of the place: looms, rain on a sill, a market and a tram coming in."""

import math
from array import array
from random import Random

from home.demo.sounding.instruments import BRASS, MUSIC_BOX, play
from home.demo.sounding.wave_file import RATE, faded


def _hiss(seconds: float, rng: Random, softness: float) -> "array[float]":
    """Return noise; `softness` (0 to 1) takes the edge off it."""
    level, keep = 0.0, softness
    sound = array("d")
    for _ in range(int(seconds * RATE)):
        level = level * keep + (rng.random() * 2 - 1) * (1 - keep)
        sound.append(level)
    return sound


def _knock(sound: "array[float]", at: float, rng: Random, pitch: float, loudness: float) -> None:
    """Add a short wooden or iron knock; `pitch` in hertz."""
    start = int(at * RATE)
    for index in range(min(int(0.09 * RATE), len(sound) - start)):
        fall = math.exp(-index / (0.016 * RATE))
        ring = math.sin(math.tau * pitch * index / RATE) + rng.uniform(-0.9, 0.9)
        sound[start + index] += ring * fall * loudness


def looms() -> "array[float]":
    """Return eight seconds of a weaving shed: six looms, none quite in step."""
    rng = Random("looms")
    sound = _hiss(9, rng, 0.9)
    for loom in range(6):
        gap, now = 0.31 + loom * 0.011, loom * 0.05
        while now < 8.8:
            _knock(sound, now, rng, 170 + 40 * loom, 0.5)
            _knock(sound, now + gap * 0.48, rng, 90 + 25 * loom, 0.7)
            now += gap
    return faded(sound, 0.6, 1.6)


def rain() -> "array[float]":
    """Return twelve seconds of rain on a kitchen sill, and the clock behind it."""
    rng = Random("rain")
    sound = _hiss(12, rng, 0.55)
    for index in range(len(sound)):
        sound[index] *= 0.10 + 0.03 * math.sin(index / RATE * 0.9)
    for _ in range(150):
        _knock(sound, rng.uniform(0, 11.8), rng, rng.uniform(900, 2600), rng.uniform(0.02, 0.12))
    for second in range(12):
        _knock(sound, second + 0.2, rng, 1400 if second % 2 else 1150, 0.09)
    return faded(sound, 0.8, 1.6)


def market() -> "array[float]":
    """Return nine seconds of a crowd, crates going down and a bell on a shop door."""
    rng = Random("market")
    sound = _hiss(9, rng, 0.93)
    voices = [(rng.uniform(110, 260), rng.uniform(2.2, 4.6), rng.random() * 6) for _ in range(5)]
    for index in range(len(sound)):
        now = index / RATE
        murmur = sum(
            math.sin(math.tau * pitch * now + math.sin(now * pace * 3))
            * max(0.0, math.sin(now * pace + lag))
            for pitch, pace, lag in voices
        )
        sound[index] = sound[index] * 1.1 + murmur * 0.034
    for at in (1.4, 3.9, 6.2, 7.6):
        _knock(sound, at, rng, 120, 0.5)
    for at in (2.6, 7.1):
        play(sound, MUSIC_BOX, hertz=1760, at=at, seconds=0.8, loudness=0.25)
        play(sound, MUSIC_BOX, hertz=2217, at=at + 0.16, seconds=0.8, loudness=0.2)
    return faded(sound, 0.8, 1.5)


def tram() -> "array[float]":
    """Return nine seconds of a tram: the rails sing, two notes of its horn, the brakes."""
    rng = Random("tram")
    sound = _hiss(9, rng, 0.82)
    for index in range(len(sound)):
        now = index / RATE
        near = math.exp(-(((now - 5.2) / 2.3) ** 2))
        hum = math.sin(math.tau * (92 * now + 4 * math.sin(now))) + 0.5 * math.sin(
            math.tau * (276 - 14 * now) * now
        )
        sound[index] = sound[index] * near * 0.8 + hum * near * 0.16
    for at, pitch in ((2.4, 311.1), (2.85, 370.0)):
        play(sound, BRASS, hertz=pitch, at=at, seconds=0.5, loudness=0.3)
    return faded(sound, 0.5, 1.2)


NOISES = {
    "weaving-shed": looms,
    "rain-on-the-sill": rain,
    "conran-street": market,
    "tram-coming-in": tram,
}
