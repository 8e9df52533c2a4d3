"""What somebody typed, as words to look for. Whatever it is, it is never an error."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from stories.index.folding import STRAIGHT, words_in

MOST_TERMS = 8
LONGEST_PHRASE = 12
"""Words. What a longer question asks beyond them is let go."""

PIECE = re.compile(r'"([^"]*)"|([^"\s]+)')


@dataclass(frozen=True)
class Term:
    """One word, or a phrase of several that stand side by side.

    ``exact`` asks for the words as they were typed, between quotation marks. Otherwise its
    other ``forms`` are as good; and where it ``begins``, so is every longer word.
    """

    words: tuple[str, ...]
    exact: bool = False
    begins: bool = False
    forms: tuple[str, ...] = ()

    @property
    def alternatives(self) -> tuple[str, ...]:
        """The words of which any will do; for a phrase, all its words."""
        return tuple(dict.fromkeys((*self.words, *self.forms)))


@dataclass(frozen=True)
class Question:
    """Everything that has to be found in a memory."""

    terms: tuple[Term, ...] = ()

    @property
    def said(self) -> str:
        """The question as it could be typed."""
        told = (" ".join(term.words) for term in self.terms)
        quoted = zip(told, self.terms, strict=True)
        return " ".join(f"“{words}”" if term.exact else words for words, term in quoted)


def read(text: str) -> Question:
    """The question that a text asks; one without a word in it asks for nothing."""
    terms = list(dict.fromkeys(_terms(text)))[:MOST_TERMS]
    if terms and not terms[-1].exact:
        terms[-1] = Term(terms[-1].words, begins=True)
    return Question(tuple(terms))


def _terms(text: str) -> Iterator[Term]:
    for quoted, bare in PIECE.findall(text.translate(STRAIGHT)):
        if quoted and (phrase := words_in(quoted)):
            yield Term(tuple(phrase[:LONGEST_PHRASE]), exact=True)
        yield from (Term((word,)) for word in words_in(bare))
