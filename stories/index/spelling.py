"""A word with a slip in it, mended to one that is known."""

from __future__ import annotations

from dataclasses import replace
from string import ascii_lowercase

from django.db.models import Q

from stories.index.engines import AUDIENCES, Documents, engine
from stories.index.question import Question, Term
from stories.index.stems import stems
from stories.models import KnownWord

SHORTEST = 4
"""Letters from which on a word may have a slip in it, and so be another word."""

LONG = 8
"""Letters from which on it may have two."""

MOST_ALIKE = 100
"""Known words that are compared letter by letter."""


def with_forms(question: Question, documents: Documents) -> Question:
    """The question with every other form of its words that is known. One query."""
    loose = [term.words[0] for term in question.terms if not term.exact]
    if not loose:
        return question
    stem_of = stems(loose)
    known = KnownWord.objects.filter(audience=AUDIENCES[documents], stem__in=stem_of.values())
    forms: dict[str, list[str]] = {}
    for word, stem in known.order_by("word").values_list("word", "stem"):
        forms.setdefault(stem, []).append(word)
    return Question(
        tuple(
            term
            if term.exact
            else replace(term, forms=tuple(forms.get(stem_of[term.words[0]], ())))
            for term in question.terms
        )
    )


def mended(question: Question, documents: Documents) -> Question | None:
    """The question with each unknown word put right; None where there is nothing to mend."""
    terms = tuple(_mended(term, documents) for term in question.terms)
    if terms == question.terms:
        return None
    return with_forms(Question(terms), documents)


def _mended(term: Term, documents: Documents) -> Term:
    word = term.words[0]
    if term.exact or term.forms or not _may_have_a_slip(word) or _begins_a_word(term, documents):
        return term
    near = _near(word, documents)
    return replace(term, words=(near,), begins=False) if near else term


def _may_have_a_slip(word: str) -> bool:
    return len(word) >= SHORTEST and word.isalpha()


def _begins_a_word(term: Term, documents: Documents) -> bool:
    longer = KnownWord.objects.filter(audience=AUDIENCES[documents], word__startswith=term.words[0])
    return term.begins and longer.exists()


def _near(word: str, documents: Documents) -> str:
    """The known word one slip away, or two from a long one, that most memories have; or ""."""
    close = set(
        KnownWord.objects.filter(
            Q(audience=AUDIENCES[documents]) & Q(word__in=one_slip_from(word))
        ).values_list("word", flat=True)
    )
    if not close and len(word) >= LONG:
        alike = engine().alike(documents, word, MOST_ALIKE)
        close = {other for other in alike if are_within(word, other, 2)}
    counted = engine().counts(documents, close)
    return max(counted, key=lambda other: (other[0] == word[0], counted[other], other), default="")


def one_slip_from(word: str) -> set[str]:
    """Every word with one letter more, less, changed or changed places with the next."""
    halves = [(word[:at], word[at:]) for at in range(len(word) + 1)]
    less = {left + right[1:] for left, right in halves if right}
    places = {left + right[1] + right[0] + right[2:] for left, right in halves if len(right) > 1}
    letters = ascii_lowercase
    changed = {left + new + right[1:] for left, right in halves if right for new in letters}
    more = {left + new + right for left, right in halves for new in letters}
    return less | places | changed | more


def are_within(one: str, other: str, most: int) -> bool:
    """Whether so many slips make one word the other (Levenshtein's distance, cut short)."""
    if abs(len(one) - len(other)) > most:
        return False
    row = list(range(len(other) + 1))
    for at, letter in enumerate(one, start=1):
        before, row = row, [at]
        for place, its in enumerate(other, start=1):
            changed = before[place - 1] + (letter != its)
            row.append(min(before[place] + 1, row[-1] + 1, changed))
        if min(row) > most:
            return False
    return row[-1] <= most
