"""A memory as the review page lays it out: each part with what was found and said there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from media.formats import Kind
from media.transcripts.lines import Line
from media.transcripts.verbs import RECORDINGS
from stories.conversation.quotes import Quote
from stories.models import StoryPart
from stories.moderation.marks import said
from stories.moderation.marks.hit import Span
from stories.moderation.marks.margin import Margin, Mark
from stories.moderation.talk import Beside


@dataclass(frozen=True)
class ReadLine:
    """One line of a recording. ``number`` is its place in the editor of the transcript."""

    number: int
    line: Line
    seconds: int
    in_speaker: list[Span]
    in_words: list[Span]


@dataclass(frozen=True)
class ReadPage:
    """What one page of a paper says."""

    number: int
    words: str
    spans: list[Span]


@dataclass(frozen=True)
class ReadPart:
    """One part, the marks that stand first at it, and what is highlighted in each of its texts."""

    part: StoryPart
    beside: Beside
    marks: list[Mark]
    in_text: list[Span | Quote]
    in_caption: list[Span]
    in_description: list[Span]
    lines: list[ReadLine]
    pages: list[ReadPage]

    @property
    def is_played(self) -> bool:
        return self.part.item is not None and self.part.item.kind in RECORDINGS

    @property
    def faces(self) -> list[dict[str, str]]:
        return [box for mark in self.marks for box in mark.boxes]


@dataclass(frozen=True)
class Opening:
    """What stands above the parts, with the marks that stand first there."""

    marks: list[Mark]
    in_title: list[Span]
    in_summary: list[Span]
    in_when: list[Span]


def opening(margin: Margin) -> Opening:
    """The title, the sentence about it, and when it was."""
    boxes = ("title", "summary", "when_text")
    return Opening(margin.beside(-1), *(margin.spans(-1, box) for box in boxes))


def parts(beside: list[Beside], margin: Margin) -> list[ReadPart]:
    """Each part in its order."""
    return [_part(place, each, margin) for place, each in enumerate(beside)]


def _part(place: int, beside: Beside, margin: Margin) -> ReadPart:
    return ReadPart(
        part=beside.part,
        beside=beside,
        marks=margin.beside(place),
        in_text=[*margin.spans(place, "text"), *beside.quotes],
        in_caption=margin.spans(place, "caption"),
        in_description=margin.spans(place, "description"),
        lines=list(_lines(place, beside.part, margin)),
        pages=list(_pages(place, beside.part, margin)),
    )


def _lines(place: int, part: StoryPart, margin: Margin) -> Iterator[ReadLine]:
    if part.item is not None and part.item.kind in RECORDINGS:
        spans = margin.spans(place, "said")
        for told in said.lines(part.item):
            in_speaker, in_words = told.in_speaker(spans), told.in_words(spans)
            yield ReadLine(told.number, told.line, told.seconds, in_speaker, in_words)


def _pages(place: int, part: StoryPart, margin: Margin) -> Iterator[ReadPage]:
    if part.item is not None and part.item.kind == Kind.DOCUMENT:
        for number, words in enumerate(part.item.page_words, start=1):
            yield ReadPage(number, words, margin.spans(place, f"page-{number}"))
