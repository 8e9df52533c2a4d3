"""Memories that would fit beside others: of the same place, fund or time, or with their words.

For whoever makes a showcase. What visitors see beside one memory is in ``neighbours``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from django.db.models import Q

from archive.records import NEWEST, by_number
from archive.shapes import Record
from stories.index import finding
from stories.index.folding import fold
from stories.index.question import read
from stories.models import Story
from stories.querysets import StoryQuerySet

T = TypeVar("T")

MOST = 6
LOOKED_AT = 40
"""The newest memories of each reason among which the best are looked for."""

SHORTEST_WORD = 5
"""Letters; shorter words are in every memory."""

MOST_WORDS = 3
COMMON = frozenset(
    word
    for line in (
        "about after again always another because before could every first going never other",
        "people remember right school should their there these thing things think those three",
        "through where which while would years",
    )
    for word in line.split()
)
"""English words that are in every memory too."""


@dataclass(frozen=True)
class Suggestion:
    """A memory, and why it would fit: "Also of Rochdale Road", "Also of the 1960s"."""

    record: Record
    reasons: tuple[str, ...]


def beside(records: Iterable[Record], most: int = MOST) -> list[Suggestion]:
    """The memories that share the most with these, and why. At most twelve queries."""
    told = list(records)
    if not told:
        return []
    found: dict[int, list[str]] = {}
    for reason, stories in _reasons(told):
        others = stories.exclude(ref__in=[record.ref for record in told])
        for pk in others.order_by(*NEWEST).values_list("pk", flat=True).distinct()[:LOOKED_AT]:
            found.setdefault(pk, []).append(reason)
    best = sorted(found, key=lambda pk: (-len(found[pk]), -pk))[:most]
    shown = by_number(best)
    return [Suggestion(shown[pk], tuple(found[pk])) for pk in best if pk in shown]


def _reasons(told: list[Record]) -> Iterable[tuple[str, StoryQuerySet]]:
    """Each reason in words, with the public memories that have it."""
    public = Story.objects.public()
    if place := _most_told([p for record in told for p in record.places]):
        yield f"Also of {place.label}", public.filter(tagged_places__tag__slug=place.slug)
    if fund := _most_told([f for record in told for f in record.funds]):
        yield f"Also about {fund.label}", public.filter(tagged_funds__tag__slug=fund.slug)
    if decade := _most_told([r.earliest.year // 10 * 10 for r in told if r.earliest]):
        first, last = date(decade, 1, 1), date(decade + 9, 12, 31)
        in_it = Q(when_earliest__lte=last, when_latest__gte=first)
        yield f"Also of the {decade}s", public.filter(in_it)
    for word in words_of(told):
        yield f"Also says “{word}”", public.filter(pk__in=finding.among(read(word), public))


def _most_told(found: list[T]) -> T | None:
    """What stands there most often, the first of several."""
    return Counter(found).most_common(1)[0][0] if found else None


def words_of(told: list[Record]) -> list[str]:
    """The words that these have in their titles and summaries: of three or more, at least two."""
    least = 2 if len(told) > 2 else 1  # noqa: PLR2004
    each = [set(fold(f"{r.title} {r.summary}").split()) for r in told]
    counted = Counter(
        word
        for words in each
        for word in sorted(words)
        if len(word) >= SHORTEST_WORD and word.isalpha() and word not in COMMON
    )
    return [word for word, times in counted.most_common(MOST_WORDS) if times >= least]
