"""The lines of a recording as the review page shows them, with what was found in each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from media.models import Item
from media.transcripts.lines import Line, all_lines, transcript_of
from stories.moderation.marks.hit import Span


@dataclass(frozen=True)
class SaidLine:
    """A line, its number in the editor, and where its words begin in all that is said.

    ``at`` is None for a line that nobody else reads: it is held back, or a computer's draft.
    """

    number: int
    line: Line
    at: int | None

    @property
    def said(self) -> str:
        """As ``safeguarding.said_in`` has it."""
        return f"{self.line.speaker} {self.line.text}".strip()

    @property
    def seconds(self) -> int:
        return self.line.start_ms // 1000

    def in_speaker(self, spans: list[Span]) -> list[Span]:
        return [] if self.at is None else cut(spans, self.at, len(self.line.speaker))

    def in_words(self, spans: list[Span]) -> list[Span]:
        words = len(self.line.text)
        return [] if self.at is None else cut(spans, self.at + len(self.said) - words, words)


def lines(item: Item) -> list[SaidLine]:
    """Every line that is written down, in its order."""
    return list(_lines(item))


def _lines(item: Item) -> Iterator[SaidLine]:
    transcript, at, seen = transcript_of(item), 0, set()
    by_computer = transcript is not None and transcript.by_computer
    for number, line in enumerate(all_lines(item)):
        is_read = line.text and not line.is_held and not by_computer and line not in seen
        told = SaidLine(number, line, at if is_read else None)
        if is_read:
            seen.add(line)
            at += len(told.said) + 1
        yield told


def line_at(item: Item, position: int) -> SaidLine | None:
    """The line at this character of all that is said; None past the words that are shown."""
    for told in lines(item):
        if told.at is not None and told.at <= position <= told.at + len(told.said):
            return told
    return None


def cut(spans: list[Span], start: int, length: int) -> list[Span]:
    """What of the spans lies within these characters, counted from their beginning."""
    end = start + length
    return [
        Span(max(one.start, start) - start, min(one.end, end) - start, one.number, one.is_first)
        for one in spans
        if one.start < end and start < one.end
    ]
