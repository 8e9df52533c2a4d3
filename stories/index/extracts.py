"""The few words around what somebody looked for, and the second at which it is said."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape
from typing import Any

from django.utils.safestring import SafeString, mark_safe

from stories.index.folding import even
from stories.index.question import Question, Term

BEFORE, AFTER = 70, 150
"""Characters that are shown before the first hit and from it on."""

NO_LETTER_BEFORE = r"(?<![^\W_])(?<![^\W_]')"
NO_LETTER_AFTER = r"(?!'?[^\W_])"


@dataclass(frozen=True)
class Piece:
    """Some words of an extract, which are a hit or stand beside one."""

    text: str
    is_hit: bool = False


@dataclass(frozen=True)
class Extract:
    """A few words in their pieces; ``at`` is a second of the recording ``item``, a ref."""

    pieces: tuple[Piece, ...]
    item: str = ""
    at: float | None = None

    @property
    def moment(self) -> str:
        """The line of the transcript on the memory's page, as the end of an address."""
        return "" if self.at is None else f"said-{self.item}-{round(self.at * 1000)}"

    @property
    def time(self) -> str:
        """When it is said, as ``1:02``."""
        minutes, seconds = divmod(int(self.at or 0), 60)
        return f"{minutes}:{seconds:02}"

    @property
    def marked(self) -> SafeString:
        """For a page, with what was looked for marked."""
        words = ((escape(piece.text), piece.is_hit) for piece in self.pieces)
        marked = (f"<mark>{text}</mark>" if is_hit else text for text, is_hit in words)
        return mark_safe("".join(marked))  # noqa: S308 - every piece is escaped.

    def __str__(self) -> str:
        return "".join(piece.text for piece in self.pieces)


@dataclass(frozen=True)
class Extracts:
    """Where the question is answered: in something written, and in something said."""

    written: Extract | None = None
    said: Extract | None = None


def pattern_of(question: Question) -> re.Pattern[str] | None:
    """Whatever in an evenly folded text answers the question; None where it asks nothing."""
    asked = [_alternatives(term) for term in question.terms]
    return re.compile("|".join(asked)) if asked else None


def extracts(passages: Iterable[list[Any]], pattern: re.Pattern[str]) -> Extracts:
    """The first of each. ``passages`` are those of a ``PublicDocument``."""
    written = said = None
    for text, item, at in passages:
        if (written if at is None else said) is not None:
            continue
        if hit := pattern.search(even(text)):
            extract = Extract(tuple(_pieces(text, hit.start(), pattern)), item, at)
            written, said = (extract, said) if at is None else (written, extract)
    return Extracts(written, said)


def _alternatives(term: Term) -> str:
    if term.exact:
        return _bounded(r"[\W_]+".join(map(_letters, term.words)))
    longer = [rf"{_letters(word)}(?:'?[^\W_])*" for word in term.words if term.begins]
    whole = sorted(map(_letters, term.alternatives), key=len, reverse=True)
    return _bounded(f"(?:{'|'.join([*longer, *whole])})")


def _bounded(words: str) -> str:
    return f"{NO_LETTER_BEFORE}{words}{NO_LETTER_AFTER}"


def _letters(word: str) -> str:
    """A word in which there may be an apostrophe anywhere, as in "mum's"."""
    return "'?".join(map(re.escape, word))


def _pieces(text: str, first: int, pattern: re.Pattern[str]) -> Iterator[Piece]:
    start, end = _window(text, first)
    shown = text[start:end]
    at = 0
    yield from [Piece("… ")] if start else []
    for hit in pattern.finditer(even(shown)):
        if hit.start() > at:
            yield Piece(shown[at : hit.start()])
        yield Piece(shown[hit.start() : hit.end()], is_hit=True)
        at = hit.end()
    yield from [Piece(shown[at:])] if at < len(shown) else []
    yield from [Piece(" …")] if end < len(text) else []


def _window(text: str, first: int) -> tuple[int, int]:
    """From a whole word to a whole word around what stands at ``first``."""
    start, end = max(first - BEFORE, 0), min(first + AFTER, len(text))
    if start:
        start = text.find(" ", start, first) + 1 or first
    if end < len(text):
        end = max(text.rfind(" ", first, end), first) if " " in text[first:end] else end
    return start, end
