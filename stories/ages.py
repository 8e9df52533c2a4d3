"""“When Nan was eight”: whose age it is, and the year once somebody says when Nan was born.

A year of birth is asked for, used and forgotten: it is never kept, of nobody. What is kept
are the words and the year that the memory is about.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

SPELLED = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen"
    "|fifteen|sixteen|seventeen|eighteen|nineteen|twenty"
)
AGE = re.compile(
    r"\bwhen (?:my |our |the )?(?P<who>[^\d,.;]{1,40}?) (?:was|were)"
    rf" (?:about |around |only |just )?(?P<age>\d{{1,2}}|{SPELLED})\b"
    r"(?! (?:o['’]clock|pm|am|of us)\b)",
    re.IGNORECASE,
)
YEAR = re.compile(r"(?:1[89]|20)\d\d", re.ASCII)


@dataclass(frozen=True)
class Age:
    """How old somebody was then. ``who`` is as it was said: "Nan", "I"."""

    who: str
    years: int


def read(words: str) -> Age | None:
    """Whose age the words name, or None."""
    match = AGE.search(words)
    if match is None:
        return None
    said = match["age"].casefold()
    years = int(said) if said.isdecimal() else SPELLED.split("|").index(said) + 1
    return Age(match["who"].strip(), years)


def with_year(words: str, born: str, *, this_year: int) -> str | None:
    """The words with the year behind them; None where ``born`` is no year that fits.

    Somebody is eight in two calendar years, so the year is "about".

    >>> with_year("when Nan was eight", "1948", this_year=2026)
    'when Nan was eight, about 1956'
    """
    age, typed = read(words), born.strip()
    if age is None or not YEAR.fullmatch(typed):
        return None
    year = int(typed) + age.years
    return f"{words.rstrip(' .,')}, about {year}" if year <= this_year else None
