"""The demonstration's sounds, each made once into a folder; beside a voice, what it says."""

from array import array
from collections.abc import Callable
from functools import partial
from pathlib import Path

from home.demo.content.speech import SPEECHES
from home.demo.finished import finished
from home.demo.sounding.noises import NOISES
from home.demo.sounding.tunes import TUNES, perform
from home.demo.sounding.voice import Sentence, speak
from home.demo.sounding.wave_file import RATE, write
from media.transcripts import webvtt
from media.transcripts.cues import Cue


def names() -> list[str]:
    """Return the name of every sound there is."""
    return [*TUNES, *NOISES, *SPEECHES]


def make(name: str, folder: Path) -> Path:
    """Return the WAV of a sound, made now if the folder has none; raises KeyError."""
    path = folder / f"{name}.wav"
    if not path.exists():
        sound = _recorded(name, folder) if name in SPEECHES else maker(name)()
        with finished(path) as part:
            write(sound, part)
    return path


def maker(name: str) -> "Callable[[], array[float]]":
    """What plays a tune or makes a noise; raises KeyError."""
    return partial(perform, TUNES[name]) if name in TUNES else NOISES[name]


def _recorded(name: str, folder: Path) -> "array[float]":
    """People speaking. The words are written down first, so no voice is without them."""
    said: list[Cue] = []
    heard = array("d")
    for turn in SPEECHES[name].turns:
        tape = speak(turn.words, turn.speaker)
        said += (_cue(sentence, turn.who, len(heard) / RATE) for sentence in tape.sentences)
        heard += tape.sound
    with finished(folder / f"{name}.vtt") as part:
        part.write_text(webvtt.write(said))
    return heard


def _cue(sentence: Sentence, who: str, after: float) -> Cue:
    """To a tenth of a second, as somebody would type it; `after` so many seconds of the others."""
    start, end = (100 * round(10 * (after + at)) for at in (sentence.start, sentence.end))
    return Cue(start, end, sentence.text, who)
