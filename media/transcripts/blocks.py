"""What WebVTT and SubRip share: blocks of lines, each with a time line and then words.

Both readers go on after a mistake, so that everything to mend is told at once.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from media.transcripts import problems
from media.transcripts.cues import MAX_CHARACTERS, MAX_CUES, MAX_MS, Cue, Cues, Span, in_order
from media.transcripts.problems import MOST_TOLD, Malformed, Problem

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

ARROW = "-->"
LOOKS_LIKE_TIME = re.compile(r"\s*\d+:\d|.*->")
LINE_ENDS = re.compile(r"\r\n|\r|\n")

ReadTimes = Callable[[str], Span | None]
"""A time line as milliseconds, or None for one that is not as the format wants it."""

ReadWords = Callable[[list[str]], list[tuple[str, str]]]
"""Lines of words as pairs of speaker and text, in their order; at least one pair."""


@dataclass(frozen=True)
class Block:
    """Lines that no empty line divides; `line` is the number of the first."""

    line: int
    lines: list[str]


@dataclass
class Reading:
    """What has been read so far, and what was wrong with it."""

    read_times: ReadTimes
    read_words: ReadWords
    no_time: StrOrPromise
    cues: list[Cue] = field(default_factory=list)
    found: list[Problem] = field(default_factory=list)

    def wrong(self, line: int, sentence: StrOrPromise) -> None:
        """Note a problem, and go on."""
        self.found.append(Problem(line, sentence))

    def take(self, block: Block) -> None:
        """Read a block that is to be a cue; a name or a number may stand above its time."""
        place = next((i for i, line in enumerate(block.lines[:2]) if ARROW in line), None)
        if place is None:
            self._homeless(block)
            return
        words = block.lines[place + 1 :]
        span = self._times(block.line + place, block.lines[place])
        stray = next((i for i, line in enumerate(words) if ARROW in line), None)
        if stray is not None:
            self.wrong(block.line + place + 1 + stray, "Leave an empty line before each time.")
        elif span is not None:
            self._said(block.line + place + 1, span, words)

    def done(self) -> Cues:
        """Everything that is said, in order; raises Malformed if anything was wrong."""
        if len(self.cues) > MAX_CUES:
            self.wrong(0, problems.TOO_MANY)
        if self.found:
            raise Malformed(*self.found[:MOST_TOLD])
        return in_order(self.cues)

    def _homeless(self, block: Block) -> None:
        for number, line in enumerate(block.lines[:2], start=block.line):
            if LOOKS_LIKE_TIME.match(line):
                self.wrong(number, self.no_time)
                return
        self.wrong(block.line, problems.HOMELESS)

    def _times(self, line: int, text: str) -> Span | None:
        span = self.read_times(text)
        if span is None:
            self.wrong(line, self.no_time)
            return None
        start, end = span
        if end > MAX_MS:
            self.wrong(line, problems.TOO_LATE)
        elif end <= start:
            self.wrong(line, problems.BACKWARDS if end < start else problems.NO_LENGTH)
        return span

    def _said(self, line: int, span: Span, words: list[str]) -> None:
        for speaker, text in self.read_words(words):
            if len(text) > MAX_CHARACTERS:
                self.wrong(line, problems.TOO_LONG)
            self.cues.append(Cue(*span, text, speaker))


def blocks(text: str) -> Iterator[Block]:
    """The blocks of a file, whatever its line ends."""
    lines: list[str] = []
    number = 0
    for number, line in enumerate(LINE_ENDS.split(text), start=1):
        if line.strip():
            lines.append(line)
        elif lines:
            yield Block(number - len(lines), lines)
            lines = []
    if lines:
        yield Block(number + 1 - len(lines), lines)
