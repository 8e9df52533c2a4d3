"""One sentence of a memory that stands well alone: above a recording, or between two stories."""

from __future__ import annotations

from collections.abc import Iterator

from archive.shapes import Record, RecordItem
from stories import themes
from stories.conversation import sentences

SHORTEST, SHORT, LONGEST = 24, 60, 150
"""Characters of what is pulled out, and of a sentence that wants another one beside it."""

A_BREATH = 2000
"""Milliseconds of silence after which somebody may be speaking of something else."""


def told(record: Record) -> str:
    """From its words; "" where no sentence fits."""
    return "" if record.content_note else _first(record.text)


def said(item: RecordItem) -> str:
    """From the beginning of a recording; "" where no sentence fits, or nobody wrote it down."""
    return _first(" ".join(_in_one_breath(item)))


def is_gentle(text: str) -> bool:
    """Whether it holds no word that a reader should be warned of (``stories.themes``)."""
    return next(themes.find(text), None) is None


def _first(text: str) -> str:
    """The first that fits; a short one together with the next."""
    said = sentences.split(text)
    for at, one in enumerate(said):
        both = " ".join(said[at : at + 2])
        for line in (both, one) if len(one) < SHORT else (one,):
            if SHORTEST <= len(line) <= LONGEST and is_gentle(line):
                return line
    return ""


def _in_one_breath(item: RecordItem) -> Iterator[str]:
    """Lines of one speaker without a gap, so that nothing is joined over what is held back."""
    before = None
    for line in item.said:
        if before and (line.speaker != before.speaker or line.start_ms - before.end_ms > A_BREATH):
            return
        yield line.text
        before = line
