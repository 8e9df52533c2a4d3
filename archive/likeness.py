"""What one public memory has in common with another, and how that is said."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from archive import decades
from archive.shapes import Record
from stories.index.engines import engine
from stories.index.folding import words_in
from stories.index.question import Question, Term
from stories.models import PublicDocument

LONG_ENOUGH = 4
"""Letters of a word that tells something."""

TOLD_BY = 20
"""Memories in which a word may stand and still tell something."""

MOST_WORDS, MOST_REASONS, MOST_DECADES = 4, 3, 3

SAYS_LITTLE = frozenset(
    words_in(
        "about after again also always another anybody anything away back because been before being"
        " best came come could didnt does doing done down each even ever every everybody everything"
        " first from gave give goes going gone have having here into just keep kept knew know known"
        " last later left like little long look made make many more most much must nearly never"
        " next nobody nothing now once only other ours over people remember said same says seen"
        " shall should some somebody something somewhere still such take tell than that their them"
        " then there these they thing things this those through time told took under until upon"
        " used very want wanted well went were what when where which while whole will with within"
        " without would year years your yours"
    )
)
"""Folded words that stand anywhere and join nothing."""


@dataclass(frozen=True)
class Likeness:
    """A memory, and the words of it that few others have: another that has one is like it."""

    record: Record
    words: tuple[str, ...]

    @classmethod
    def of(cls, record: Record) -> Likeness:
        """Its rarest words are looked up in the index of words. One query."""
        said = dict.fromkeys(words_in(f"{record.title} {record.summary}"))
        telling = [word for word in said if len(word) >= LONG_ENOUGH and word not in SAYS_LITTLE]
        counts = engine().counts(PublicDocument, telling)
        shared = sorted((n, word) for word, n in counts.items() if 1 < n <= TOLD_BY)
        return cls(record, tuple(word for _, word in shared[:MOST_WORDS]))

    @property
    def question(self) -> Question:
        """Any of the words."""
        return Question((Term(self.words[:1], forms=self.words),))

    def to(self, other: Record) -> str:
        """What both have, in plain words: "Also Sandhills, also the 1970s"; "" for nothing."""
        reasons = list(islice(self._reasons(other), MOST_REASONS))
        said = ", ".join(reasons)
        return said[:1].upper() + said[1:]

    def _reasons(self, other: Record) -> Iterator[str]:
        mine = self.record
        yield from [f"also {place.label}" for place in mine.places if place in other.places][:1]
        both = _decades_of_both(mine, other)
        yield from [f"also the {decade.slug}" for decade in both][:1]
        yield from [f"also “{fund.label}”" for fund in mine.funds if fund in other.funds][:1]
        theirs = set(words_in(f"{other.title} {other.summary} {other.text}"))
        yield from [f"both say “{word}”" for word in self.words if word in theirs][:1]


def _decades_of_both(one: Record, other: Record) -> list[decades.Decade]:
    """Those that both touch, where neither was told of half a life."""
    both = decades.touched(one), decades.touched(other)
    if max(map(len, both)) > MOST_DECADES:
        return []
    return [decade for decade in both[0] if decade in both[1]]
