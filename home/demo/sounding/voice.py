"""A voice out of a machine, so that nobody's real voice is in a demonstration.

It is eSpeak NG, whose library comes as a package (espeakng-loader) and is called as
its header `speak_lib.h` says. Without the package there is no voice and no demonstration:
it raises, and never stays silent.
"""

import ctypes
from array import array
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from random import Random
from typing import Any

from home.demo.sounding.wave_file import RATE, faded, silence

RETRIEVAL = 1  # AUDIO_OUTPUT_RETRIEVAL: hand the samples over and play nothing.
RATE_WORDS, PITCH, RANGE = 1, 3, 4
UTF8 = 1
END_PAUSE = 0x1000
_Callback = ctypes.CFUNCTYPE(
    ctypes.c_int, ctypes.POINTER(ctypes.c_short), ctypes.c_int, ctypes.c_void_p
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


def speak(text: str, speaker: Speaker) -> "array[float]":
    """Return the text as sound on a faint hiss of tape; raises VoiceMissing."""
    said = _spoken(text, speaker)
    rng = Random(text)
    lead = silence(0.5)
    hiss = 90.0
    whole = lead + array("d", said) + silence(0.7)
    tape = array("d", [value + rng.uniform(-hiss, hiss) for value in whole])
    return faded(tape, 0.2, 0.4)


def _spoken(text: str, speaker: Speaker) -> "array[int]":
    library = start()
    heard: array[int] = array("h")

    def hear(samples: Any, count: int, _events: int | None) -> int:
        if samples and count:
            heard.extend(samples[:count])
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
    return heard


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
