"""Tunes made up for the demonstration, written as notes and beats.

"G4" is a note and its octave, "G4/2" lasts two beats, "-" is a rest; "G3+B3+D4" is a chord.
"""

from array import array
from dataclasses import dataclass

from home.demo.sounding import instruments as played
from home.demo.sounding.instruments import Instrument, play
from home.demo.sounding.wave_file import silence

_STEPS = {"C": -9, "D": -7, "E": -5, "F": -4, "G": -2, "A": 0, "B": 2}


@dataclass(frozen=True)
class Part:
    """What one player has to do."""

    instrument: Instrument
    notes: str
    loudness: float = 0.5


@dataclass(frozen=True)
class Tune:
    """Parts that start together, at so many beats a minute."""

    beats_a_minute: float
    parts: tuple[Part, ...]


def hertz(name: str) -> float:
    """Return the pitch of a note such as "A4" (440 Hz) or "F#5", in equal temperament."""
    sharp = 1 if "#" in name else -1 if "b" in name else 0
    steps = _STEPS[name[0]] + sharp + 12 * (int(name[-1]) - 4)
    return float(440 * 2 ** (steps / 12))


def perform(tune: Tune) -> "array[float]":
    """Return the tune as sound."""
    beat = 60 / tune.beats_a_minute
    lasting = max(sum(beats for _, beats in _read(part.notes)) for part in tune.parts)
    sound = silence(lasting * beat + 1.2)
    for part in tune.parts:
        now = 0.0
        for pitches, beats in _read(part.notes):
            for pitch in pitches:
                play(
                    sound,
                    part.instrument,
                    hertz=pitch,
                    at=now * beat,
                    seconds=beats * beat * 0.92,
                    loudness=part.loudness / len(pitches) ** 0.5,
                )
            now += beats
    return sound


def _read(notes: str) -> list[tuple[list[float], float]]:
    read = []
    for word in notes.split():
        names, _, beats = word.partition("/")
        pitches = [] if names == "-" else [hertz(name) for name in names.split("+")]
        read.append((pitches, float(beats or 1)))
    return read


TUNES = {
    "evening-on-the-irk": Tune(
        84,
        (
            Part(
                played.HARMONIUM,
                "D4 G4/2 A4 B4/2 A4 G4/2 E4 D4/3 D4 G4/2 A4 B4/2 D5 C5 B4 A4 G4/3",
                0.7,
            ),
            Part(
                played.HARMONIUM,
                "- G3+B3/3 G3+D4/3 E3+G3/3 D3+G3/3 - G3+B3/3 E3+B3/3 D3+F#3+C4/3 G3+B3/3",
                0.45,
            ),
        ),
    ),
    "rochdale-road-march": Tune(
        116,
        (
            Part(
                played.BRASS,
                "F4/.75 F4/.25 Bb4/1.5 C5/.5 D5 Bb4 F5/2 D5 Eb5/.5 D5/.5 C5/1.5 Bb4/.5 A4 C5 "
                "Bb4/2 F4/.75 F4/.25 Bb4/1.5 C5/.5 D5 F5 G5/2 F5 Eb5 D5 C5 F4 A4 Bb4/3",
                0.6,
            ),
            Part(
                played.BRASS,
                "- Bb2 F3+Bb3 F2 F3+Bb3 Bb2 F3+Bb3 F2 F3+A3 C3 F3+A3 F2 F3+A3 Bb2 F3+Bb3 "
                "- Bb2 F3+Bb3 F2 F3+Bb3 Eb3 G3+Bb3 Eb2 G3+Bb3 F2 F3+A3 F2 F3+A3 Bb2 F3+Bb3 Bb2",
                0.5,
            ),
        ),
    ),
    "flour-lullaby": Tune(
        96,
        (
            Part(
                played.MUSIC_BOX,
                "A5 E5 A5 B5/.5 C6/.5 B5 A5 G5 E5 G5 A5/.5 G5/.5 E5 D5 E5 C5 A5 E5 A5 C6/.5 D6/.5 "
                "E6 C6 B5 G#5 B5 A5/3",
                0.6,
            ),
            Part(
                played.MUSIC_BOX,
                "A3 E4 A4 E4 C4 E4 C4 G4 C5 G4 E4 G4 A3 E4 A4 F4 C4 F4 E4 B3 E4 A3/3",
                0.3,
            ),
        ),
    ),
    "croft-carnival": Tune(
        124,
        (
            Part(
                played.STEEL_PAN,
                "G5/.5 E5/.5 C5/.5 E5/.5 G5/.75 A5/.75 G5/.5 F5/.5 D5/.5 B4/.5 D5/.5 F5/.75 "
                "G5/.75 F5/.5 E5/.5 G5/.5 C6/.5 B5/.5 A5/.75 G5/.75 A5/.5 G5/.75 F5/.75 D5/.5 C5/2 "
                "E5/.5 G5/.5 C6/.5 G5/.5 A5/.75 C6/.75 A5/.5 G5/.75 E5/.75 D5/.5 C5/2",
                0.6,
            ),
            Part(
                played.CHOP,
                " ".join(
                    ["-/.5 E4+G4+C5/.5"] * 4
                    + ["-/.5 D4+G4+B4/.5"] * 4
                    + ["-/.5 F4+A4+C5/.5"] * 4
                    + ["-/.5 D4+G4+B4/.5"] * 2
                    + ["-/.5 E4+G4+C5/.5"] * 2
                    + ["-/.5 F4+A4+C5/.5"] * 4
                    + ["-/.5 D4+G4+B4/.5"] * 2
                    + ["-/.5 E4+G4+C5/.5"] * 2
                ),
                0.5,
            ),
            Part(
                played.BASS,
                "C3/1.5 G2/.5 C3 E3 G2/1.5 D3/.5 G2 B2 F2/1.5 C3/.5 F2 A2 G2 G2 C3 C3 "
                "F2/1.5 C3/.5 F2 A2 G2 G2 C3/2",
                0.6,
            ),
        ),
    ),
    "angel-meadow-jig": Tune(
        330,
        (
            Part(
                played.WHISTLE,
                "D5 F#5 A5 B5 A5 F#5 A5 F#5 D5 E5/2 D5 D5 F#5 A5 B5/2 D6 A5 F#5 E5 D5/3 "
                "F#5 A5 D6 E6 D6 B5 A5 F#5 A5 B5/2 A5 D6 B5 A5 F#5 E5 D5 E5 F#5 E5 D5/3",
                0.6,
            ),
            Part(
                played.HARMONIUM,
                "D3+A3/6 D3+A3/3 A2+E3/3 D3+A3/3 G2+D3/3 A2+E3/3 D3+A3/3 D3+A3/3 G2+D3/3 D3+A3/3 "
                "G2+D3/3 G2+D3/3 A2+E3/3 A2+E3/3 D3+A3/3",
                0.25,
            ),
        ),
    ),
    "front-room-bluebeat": Tune(
        118,
        (
            Part(
                played.CHOP,
                " ".join(
                    ["-/.5 A3+C4+E4/.5"] * 4
                    + ["-/.5 A3+D4+F4/.5"] * 4
                    + ["-/.5 A3+C4+E4/.5"] * 4
                    + ["-/.5 G#3+B3+E4/.5"] * 4
                )
                + " "
                + " ".join(["-/.5 A3+C4+E4/.5"] * 6),
                0.7,
            ),
            Part(
                played.BASS,
                "A2 E2 A2 C3 D3 A2 D3 F3 A2 E2 A2 C3 E3 B2 E2 G#2 A2 E2 A2 C3 A2/2",
                0.7,
            ),
            Part(
                played.WHISTLE,
                "-/8 E5/.5 -/.5 C5/.5 A4/.5 B4/.5 C5/1.5 B4/.5 G#4/.5 E4/.5 G#4/.5 B4/1.5 -/.5 "
                "A4/.5 C5/.5 E5/.5 C5/.5 A4/2",
                0.22,
            ),
        ),
    ),
}
