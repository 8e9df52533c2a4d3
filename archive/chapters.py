"""The chapters of a recording: what somebody was asked in it.

Nobody has to mark them. Who speaks is written down with each line, and whoever says most is the
one who tells; a question of anybody else opens a chapter.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from django.utils.text import Truncator

from media.transcripts.lines import Line
from stories.conversation import sentences

FEWEST = 2
"""One question alone is no contents."""

SHORTEST = 3
"""Words; what is shorter is a nod: "Really?"."""

LONGEST = 90  # characters
CLOSING = "\"”’')]"


@dataclass(frozen=True)
class Chapter:
    """A question, and the first line of whoever asks it."""

    line: Line
    asked: str


def of(said: tuple[Line, ...]) -> tuple[Chapter, ...]:
    """In their order; none where nobody, or nobody else, is known to speak."""
    teller = _teller(said)
    turns = ((who, list(lines)) for who, lines in groupby(said, lambda line: line.speaker))
    others = (lines for who, lines in turns if who not in ("", teller))
    found = tuple(_chapters(others))
    return found if len(found) >= FEWEST else ()


def _chapters(turns: Iterator[list[Line]]) -> Iterator[Chapter]:
    for lines in turns:
        if asked := _question(" ".join(line.text for line in lines)):
            yield Chapter(lines[0], asked)


def _teller(said: tuple[Line, ...]) -> str:
    words: Counter[str] = Counter()
    for line in said:
        words[line.speaker] += len(line.text.split())
    return words.most_common(1)[0][0] if words else ""


def _question(text: str) -> str:
    """The last one in it: what comes before leads up to it."""
    found = [one for one in sentences.split(text) if one.rstrip(CLOSING).endswith("?")]
    long_enough = found and len(found[-1].split()) >= SHORTEST
    return Truncator(" ".join(found[-1].split())).chars(LONGEST) if long_enough else ""
