"""Letters as a searcher means them: "café" found by "CAFE", and "Mum’s" by "mums"."""

from __future__ import annotations

import re
import unicodedata

STRAIGHT = str.maketrans(
    {"‘": "'", "’": "'", "ʼ": "'", "`": "'", "“": '"', "”": '"', "„": '"', "\x00": " "}
)
WORD = re.compile(r"[^\W_]+")

LONGEST_WORD = 40
"""Characters; what a longer word has beyond them is let go, when it is kept and when asked for."""


def fold(text: str) -> str:
    """Lower case, without accents, with straight apostrophes.

    >>> fold("Mum’s CAFÉ")
    "mum's cafe"
    """
    decomposed = unicodedata.normalize("NFKD", text.translate(STRAIGHT))
    return "".join(c for c in decomposed if not unicodedata.combining(c)).casefold()


def words_in(text: str) -> list[str]:
    """The folded words of a text in their order. An apostrophe is in a word, not between two."""
    return [word[:LONGEST_WORD] for word in WORD.findall(fold(text).replace("'", ""))]


class _Even(dict[int, str]):
    """Each letter folded where that is one letter as well; filled as letters come along."""

    def __missing__(self, code: int) -> str:
        letter = chr(code)
        folded = fold(letter)
        self[code] = folded if len(folded) == 1 else letter
        return self[code]


_EVEN = _Even()


def even(text: str) -> str:
    """The text folded letter by letter, so that what stands where is the same in both."""
    return text.translate(_EVEN)
