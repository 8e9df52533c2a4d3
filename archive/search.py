"""What the list of memories answers to what was asked of it, and where each answer stands."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import overload

from archive.filters import Filters
from archive.records import Shelf, by_number
from archive.shapes import Record
from archive.stamps import rest_on, searched
from stories.index import finding
from stories.index.extracts import extracts, pattern_of
from stories.index.finding import Found
from stories.index.question import Question
from stories.models import PublicDocument, Story


@dataclass(frozen=True)
class Answer:
    """The memories in their order, read as far as they are asked for; ``found`` by words."""

    shelf: Sequence[Record]
    found: Found | None = None


class Hits(Sequence[Record]):
    """Public memories by their rows, in this order, each with the words that were looked for.

    One that was taken back since it was found is left out. ``asked`` is what finds the same.
    """

    def __init__(self, numbers: Sequence[int], question: Question, asked: str) -> None:
        self.numbers, self.question, self.asked = numbers, question, asked

    def __len__(self) -> int:
        return len(self.numbers)

    @overload
    def __getitem__(self, which: int) -> Record: ...
    @overload
    def __getitem__(self, which: slice) -> list[Record]: ...
    def __getitem__(self, which: int | slice) -> Record | list[Record]:
        if isinstance(which, int):
            return self._records([self.numbers[which]])[0]
        numbers = self.numbers[which]
        return searched(("told", self.asked, *numbers), lambda: self._records(numbers))

    def _records(self, numbers: Sequence[int]) -> list[Record]:
        rest_on("words")
        pattern = pattern_of(self.question)
        records = by_number(numbers)
        documents = PublicDocument.objects.in_bulk(records)
        return [
            _told(records[number], documents.get(number), pattern)
            for number in numbers
            if number in records
        ]


def _told(
    record: Record, document: PublicDocument | None, pattern: re.Pattern[str] | None
) -> Record:
    if document is None or pattern is None:
        return record
    return replace(record, found=extracts(document.passages, pattern))


def answer(asked: Filters) -> Answer:
    """The memories asked for, in the order asked for."""
    if not asked.q:
        told = asked.narrow(Story.objects.all()).order_by(*asked.order)
        known = f"list of {asked.query}" if asked.is_usual else ""
        return Answer(Shelf(told, asked.rests_on, known))
    found, numbers = searched(("found", asked.query), lambda: _found(asked))
    return Answer(Hits(numbers, found.question, asked.query), found)


def _found(asked: Filters) -> tuple[Found, Sequence[int]]:
    """Looked for once while somebody turns its pages, until any memory has other words."""
    rest_on("words", *asked.rests_on)
    found = finding.public(asked.q, asked.narrow(Story.objects.public()))
    return found, _in_order(found, asked)


def _in_order(found: Found, asked: Filters) -> Sequence[int]:
    if not asked.order:
        return found.numbers
    stories = Story.objects.public().filter(pk__in=found.numbers)
    return list(stories.order_by(*asked.order).values_list("pk", flat=True))
