"""What the tests of recordings share: making one, being refused, and hearing what came out."""

from __future__ import annotations

import re
import subprocess
from array import array
from pathlib import Path

import pytest

from media.recipes import Hiding, Outcome, confined, ffmpeg, make
from media.recipes.hiding import Passage
from media.refusals import Refused
from media.sniff import sniff


def made_of(source: Path, into: Path, *held: tuple[float, float]) -> Outcome:
    """Everything that is made of `source`, less the passages held back."""
    format = sniff(source)
    kind = confined.probe(source, format).kind
    hiding = Hiding(passages=tuple(Passage(*passage) for passage in held))
    return make(kind, source, format, into, lambda percent: None, hiding=hiding)


def refusal_of(source: Path, into: Path) -> str:
    """The code with which `source` is turned away."""
    with pytest.raises(Refused) as caught:
        made_of(source, into)
    return caught.value.code


def loudness_of(path: Path) -> tuple[float, float]:
    """LUFS and dBTP, by ffmpeg's own meter."""
    meter = ["-af", "ebur128=peak=true:framelog=quiet", "-f", "null", "-"]
    command = [ffmpeg.program(), "-nostdin", "-hide_banner", "-nostats", "-i", str(path), *meter]
    said = subprocess.run(command, check=True, timeout=60, capture_output=True, text=True).stderr
    return tuple(float(re.findall(rf"{name}: +(\S+)", said)[-1]) for name in ("I", "Peak"))  # type: ignore[return-value]


def samples_of(path: Path, rate: int = 8000) -> array[int]:
    """The sound of a file as 16-bit samples, one channel."""
    raw = ["-vn", "-ac", "1", "-ar", str(rate), "-f", "s16le", "pipe:1"]
    command = [ffmpeg.program(), "-nostdin", "-v", "error", "-i", str(path), *raw]
    return array("h", subprocess.run(command, check=True, timeout=60, capture_output=True).stdout)
