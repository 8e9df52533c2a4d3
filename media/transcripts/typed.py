"""A transcript as somebody types it in one box: `[0:12] Rita: We could hear the looms.`

Times and names may be left out. A line without a time follows the one before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from media.transcripts import clock, problems
from media.transcripts.blocks import LINE_ENDS
from media.transcripts.cues import MAX_CHARACTERS, MAX_CUES, MAX_SPEAKER, Cue, Cues, one_line, plain
from media.transcripts.problems import MOST_TOLD, Malformed, Problem

LINE = re.compile(r"\s*(?:\[([^\[\]]*)\])?\s*(.*)")
SPEAKER = re.compile(rf"([^\s:][^:.?!]{{0,{MAX_SPEAKER - 1}}}):\s+(.*)")
"""A name, a colon and a space; a colon after the end of a sentence names nobody."""

SHORTEST = 1500
"""Milliseconds that a line takes at least."""

PER_WORD = 400
"""Milliseconds that one word takes, as people tell things: about 150 words a minute."""

Told = tuple[int | None, str, str]
"""When, who and what; None where no time was typed."""


def read(text: str) -> Cues:
    """What was typed; raises Malformed."""
    told: list[Told] = []
    wrong: list[Problem] = []
    for number, line in enumerate(LINE_ENDS.split(text), start=1):
        if not line.strip():
            continue
        try:
            told.append(_line(line))
        except ValueError as error:
            wrong.append(Problem(number, str(error)))
    if len(told) > MAX_CUES:
        wrong.append(Problem(0, problems.TOO_MANY))
    if wrong:
        raise Malformed(*wrong[:MOST_TOLD])
    return tuple(_timed(told))


def guessed_length(text: str) -> int:
    """Milliseconds that somebody needs to say this."""
    return max(SHORTEST, PER_WORD * len(text.split()))


def _line(line: str) -> Told:
    typed, rest = LINE.fullmatch(line).groups()  # type: ignore[union-attr] # It fits any line.
    start = clock.read(typed) if typed is not None else None
    if typed is not None and start is None:
        raise ValueError("This is not a time. Write it like [1:02] or [0:01:02].")
    named = SPEAKER.fullmatch(rest)
    speaker, words = named.groups() if named else ("", rest)
    if len(words) > MAX_CHARACTERS:
        raise ValueError(problems.TOO_LONG)
    return start, one_line(speaker), plain(words)


def _timed(told: list[Told]) -> Iterator[Cue]:
    """Each line ends when the next one begins, or when its words have been said."""
    now = 0
    for place, (typed, speaker, words) in enumerate(told):
        start = now if typed is None else typed
        after = told[place + 1][0] if place + 1 < len(told) else None
        end = start + guessed_length(words)
        if after is not None and after > start:
            end = min(end, after)
        yield Cue(start, end, words, speaker)
        now = end
