"""Finding words again in a text that was changed since they were quoted.

Follows the TextQuoteSelector of the Web Annotation Data Model (W3C, 2017): of several
places with the same words, the one whose surroundings are most alike is meant.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import takewhile

CONTEXT = 40
"""Characters that are kept of what stands before and after."""

SHORT = 12
"""Characters below which words alone say too little: their surroundings have to fit as well."""

LIKE_ENOUGH = 6
"""Characters of the surroundings that have to be as they were round short words."""


@dataclass(frozen=True)
class Quote:
    """Words with their surroundings, and from where to where in the text they stand."""

    exact: str
    before: str
    after: str
    start: int
    end: int


def find(text: str, exact: str, before: str = "", after: str = "") -> Quote | None:
    """Where these words stand now; None where they do not. White space may differ."""
    if not exact.strip():
        return None
    pattern = re.compile(r"\s+".join(map(re.escape, exact.split())))
    found = [_quote(text, match.start(), match.end()) for match in pattern.finditer(text)]
    if not found:
        return None
    best = max(found, key=lambda quote: _likeness(quote, before, after))
    is_vague = len(exact) < SHORT
    enough = min(LIKE_ENOUGH, len(before) + len(after)) if is_vague else 0
    return best if _likeness(best, before, after) >= enough else None


def _quote(text: str, start: int, end: int) -> Quote:
    before, after = text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]
    return Quote(text[start:end], before, after, start, end)


def _likeness(quote: Quote, before: str, after: str) -> int:
    """How many characters next to the words are as they were."""
    return _alike(quote.before[::-1], before[::-1]) + _alike(quote.after, after)


def _alike(one: str, other: str) -> int:
    pairs = zip(one, other, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
