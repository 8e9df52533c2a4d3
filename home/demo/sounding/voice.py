"""A voice out of a machine, so that nobody's real voice is in a demonstration.

It is eSpeak NG, whose library comes as a package (espeakng-loader) and is called as
its header `speak_lib.h` says. Without the package there is no voice and no demonstration:
it raises, and never stays silent.
"""

import ctypes
from array import array
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from itertools import pairwise, takewhile
from pathlib import Path
from random import Random
from typing import Any

from home.demo.sounding.wave_file import RATE, faded, silence

RETRIEVAL = 1  # AUDIO_OUTPUT_RETRIEVAL: hand the samples over and play nothing.
RATE_WORDS, PITCH, RANGE = 1, 3, 4
UTF8 = 1
END_PAUSE = 0x1000
LIST_TERMINATED, SENTENCE = 0, 2
LEAD, TAIL = 0.5, 0.7
"""Seconds of hiss before and after the words."""


class _Event(ctypes.Structure):
    """What the library tells along with the sound: here, where each sentence begins."""

    _fields_ = [
        ("type", ctypes.c_int),
        ("identifier", ctypes.c_uint),
        ("text_position", ctypes.c_int),
        ("length", ctypes.c_int),
        ("audio_position", ctypes.c_int),
        ("sample", ctypes.c_int),
        ("user_data", ctypes.c_void_p),
        ("id", ctypes.c_char * 8),
    ]


_Callback = ctypes.CFUNCTYPE(
    ctypes.c_int, ctypes.POINTER(ctypes.c_short), ctypes.c_int, ctypes.POINTER(_Event)
)


class VoiceMissing(Exception):
    """The speech library is not installed, or would not start."""


@dataclass(frozen=True)
class Speaker:
    """How somebody talks: eSpeak's voice, words a minute, pitch and its range (0 to 99)."""

    voice: str
    pace: int = 138
    pitch: int = 50
    span: int = 55


LANCASHIRE_WOMAN = Speaker("en-gb-x-gbclan+f2", 128, 46)
LANCASHIRE_MAN = Speaker("en-gb-x-gbclan+m3", 134, 36)
JAMAICAN_WOMAN = Speaker("en-029+f3", 130, 44)
GIRL = Speaker("en-gb-x-gbclan+f4", 150, 68)
SOFT_WOMAN = Speaker("en-gb-x-rp+f2", 126, 52)


@dataclass(frozen=True)
class Sentence:
    """Some words and when they are said, in seconds."""

    text: str
    start: float
    end: float


@dataclass(frozen=True)
class Tape:
    """A voice on a faint hiss, and its sentences in order."""

    sound: "array[float]"
    sentences: tuple[Sentence, ...]


def speak(text: str, speaker: Speaker) -> Tape:
    """Return the text as sound; raises VoiceMissing."""
    said, begins = _spoken(text, speaker)
    rng = Random(text)
    hiss = 90.0
    whole = silence(LEAD) + array("d", said) + silence(TAIL)
    tape = array("d", [value + rng.uniform(-hiss, hiss) for value in whole])
    return Tape(faded(tape, 0.2, 0.4), tuple(_sentences(text, begins, len(said))))


def _sentences(text: str, begins: list[tuple[int, int]], samples: int) -> Iterator[Sentence]:
    """Each from where it begins to where the next one does."""
    for (at, sample), (until, last) in pairwise([*begins, (len(text), samples)]):
        yield Sentence(text[at:until].strip(), LEAD + sample / RATE, LEAD + last / RATE)


def _spoken(text: str, speaker: Speaker) -> "tuple[array[int], list[tuple[int, int]]]":
    """The samples, and for each sentence its first character and its first sample."""
    library = start()
    heard: array[int] = array("h")
    begins: list[tuple[int, int]] = []

    def hear(samples: Any, count: int, events: Any) -> int:
        if samples and count:
            heard.extend(samples[:count])
        begins.extend(_begun(events))
        return 0

    callback = _Callback(hear)
    library.espeak_SetSynthCallback(callback)
    if library.espeak_SetVoiceByName(speaker.voice.encode()):
        raise VoiceMissing(f"The voice {speaker.voice} is not there.")
    settings = {RATE_WORDS: speaker.pace, PITCH: speaker.pitch, RANGE: speaker.span}
    for parameter, value in settings.items():
        library.espeak_SetParameter(parameter, value, 0)
    words = text.encode()
    library.espeak_Synth(words, len(words) + 1, 0, 1, 0, UTF8 | END_PAUSE, None, None)
    library.espeak_Synchronize()
    if not heard:
        raise VoiceMissing("The speech library said nothing.")
    return heard, begins


def _begun(events: Any) -> Iterator[tuple[int, int]]:
    """The sentences among these events; the library counts characters from 1."""
    for event in takewhile(lambda event: event.type != LIST_TERMINATED, events or ()):
        if event.type == SENTENCE:
            yield event.text_position - 1, event.sample


@cache
def start() -> ctypes.CDLL:
    spec = find_spec("espeakng_loader")
    if spec is None or not spec.submodule_search_locations:
        raise VoiceMissing("The package espeakng-loader is not installed.")
    folder = Path(spec.submodule_search_locations[0])
    library = ctypes.CDLL(str(folder / "libespeak-ng.so"))
    rate = library.espeak_Initialize(RETRIEVAL, 200, str(folder).encode(), 0)
    if rate != RATE:
        raise VoiceMissing(f"The speech library would not start ({rate}).")
    return library
