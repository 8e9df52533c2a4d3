"""One thing that somebody says, and when; a transcript is a tuple of these."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, TypeAlias

MAX_CUES: Final = 5000
"""Lines in one transcript."""

MAX_BYTES: Final = 1024**2
"""Bytes in one transcript, as a file or typed in."""

MAX_CHARACTERS: Final = 2000
"""Characters that are said in one line."""

MAX_SPEAKER: Final = 60
"""Characters in a speaker's name, as in the public name of a person."""

MAX_MS: Final = 24 * 60 * 60 * 1000
"""Milliseconds; longer than any recording that is taken in."""


@dataclass(frozen=True)
class Cue:
    """Plain words without markup, from `start_ms` to `end_ms` (milliseconds)."""

    start_ms: int
    end_ms: int
    text: str
    speaker: str = ""

    def overlaps(self, start_ms: int, end_ms: int) -> bool:
        """Whether any of it is said between these two times."""
        return self.start_ms < end_ms and start_ms < self.end_ms


Cues: TypeAlias = tuple[Cue, ...]

Span: TypeAlias = tuple[int, int]
"""From and to, in milliseconds."""


def in_order(cues: Iterable[Cue]) -> Cues:
    """By their beginnings; what begins together stays as it was."""
    return tuple(sorted(cues, key=lambda cue: cue.start_ms))


def less(cues: Iterable[Cue], held: Iterable[Span]) -> Cues:
    """Those of which nothing is held back. A line that is held in part is left out whole."""
    spans = list(held)
    return tuple(cue for cue in cues if not any(cue.overlaps(*span) for span in spans))


def merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The same stretches of time, those that touch made one."""
    joined: list[Span] = []
    for start, end in sorted(span for span in spans if span[0] < span[1]):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)


def words(cues: Iterable[Cue]) -> str:
    """What is said, a line each, without who says it."""
    return "\n".join(cue.text for cue in cues if cue.text)


def plain(text: str) -> str:
    """Words as every reader and writer can hold them: no empty lines, nothing invisible."""
    lines = ("".join(filter(_is_seen, line)).strip() for line in text.splitlines())
    return "\n".join(line for line in lines if line)


def one_line(text: str) -> str:
    """The same on one line, as a name is written."""
    return re.sub(r"\s+", " ", plain(text.replace("\t", " ")))


def _is_seen(char: str) -> bool:
    return char == "\t" or unicodedata.category(char) not in ("Cc", "Cs")
