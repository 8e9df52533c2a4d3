"""The demonstration's sounds, each made once into a folder."""

from array import array
from collections.abc import Callable
from pathlib import Path

from home.demo.content.speech import SPEECHES
from home.demo.finished import finished
from home.demo.sounding.noises import NOISES
from home.demo.sounding.tunes import TUNES, perform
from home.demo.sounding.voice import speak
from home.demo.sounding.wave_file import write


def names() -> list[str]:
    """Return the name of every sound there is."""
    return [*TUNES, *NOISES, *SPEECHES]


def make(name: str, folder: Path) -> Path:
    """Return the WAV of a sound, made now if the folder has none; raises KeyError."""
    path = folder / f"{name}.wav"
    if not path.exists():
        sound = maker(name)()
        with finished(path) as part:
            write(sound, part)
    return path


def maker(name: str) -> "Callable[[], array[float]]":
    if name in TUNES:
        return lambda: perform(TUNES[name])
    if name in NOISES:
        return NOISES[name]
    speech = SPEECHES[name]
    return lambda: speak(speech.words, speech.speaker)
