"""When it happened, in the teller's own words and as an EDTF date.

People say "about 1972" and "summers in the 60s". What they said is kept and
shown; beside it stands a machine's reading in the Extended Date/Time Format
(Library of Congress, EDTF; ISO 8601-2:2019), so that memories can be put in
order. A reading may fail: then the words stand alone and nothing is invented.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import MAXYEAR, date
from functools import lru_cache
from time import struct_time

from edtf import EDTFParseException, parse_edtf, text_to_edtf

from stories import spoken

SHORT_DECADE = re.compile(r"(?<!\d)['‘’]?([1-9]0)['’]?s\b", re.ASCII)
LONG_DECADE = re.compile(r"\b(\d{3})0['’]?s\b", re.ASCII)
BETWEEN = re.compile(r"\b(?:between|from)\s+(\d{4})\s+(?:and|to|until|till)\s+(\d{4})\b", re.ASCII)
SPAN = re.compile(r"\b(\d{4})\s*(?:-|–|/|to|or)\s*(\d{4})\b", re.ASCII)
BRITISH_DAY = re.compile(r"\b(\d{1,2})[/.](\d{1,2})[/.](\d{4}|\d{2})\b", re.ASCII)
PARTS = {
    **dict.fromkeys(("early", "start", "beginning"), (0, 3)),
    **dict.fromkeys(("mid", "middle"), (4, 6)),
    **dict.fromkeys(("late", "end"), (7, 9)),
}
"""The years of a decade that people mean, by the last figure of each."""

PART = re.compile(rf"\b({'|'.join(PARTS)})(?: of)?(?: the)?[ -]+(\d{{3}})0s\b", re.ASCII)
DECADE_TO_DECADE = re.compile(
    r"\b(\d{3})0s\s*(?:and|or|to|until|till|-|–)\s*(?:the\s+)?(\d{3})0s\b", re.ASCII
)
LAST_DECADE = 20
"""The 2020s; a later number means the last century."""


@dataclass(frozen=True)
class When:
    """A moment or a span: EDTF text and the first and last day that it can mean."""

    edtf: str
    earliest: date
    latest: date


def read(words: str, *, said_on: date | None = None) -> When | None:
    """The machine's reading of somebody's words, or None where it cannot tell.

    ``said_on`` is the day from which "last year" counts.

    >>> read("summers in the 60s").edtf
    '196X'
    >>> read("when Nan was eight") is None
    True
    """
    said = spoken.plain(_with_whole_decades(words.casefold().strip()), said_on)
    try:
        edtf = (
            _span(said) or _decades(said) or _decade(said) or text_to_edtf(_with_year_first(said))
        )
        return _bounded(edtf) if edtf else None
    except (EDTFParseException, ValueError):
        return None


def _with_whole_decades(said: str) -> str:
    """Write "the 60s" as "the 1960s": this archive remembers the last century."""
    return SHORT_DECADE.sub(lambda match: f"{_century(match[1])}{match[1]}s", said)


def _with_year_first(said: str) -> str:
    """Write 12/03/1978 as 1978-03-12: here the day stands first, which the reader does not know."""

    def iso(found: re.Match[str]) -> str:
        day, month, year = found.groups()
        year = year if len(year) == len("1978") else _century(year) + year
        return f"{year}-{int(month):02}-{int(day):02}"

    return BRITISH_DAY.sub(iso, said)


def _century(decade: str) -> str:
    return "20" if int(decade) <= LAST_DECADE else "19"


def _span(said: str) -> str:
    match = BETWEEN.search(said) or SPAN.search(said)
    return f"{match[1]}/{match[2]}" if match and match[1] <= match[2] else ""


def _decades(said: str) -> str:
    """Part of a decade, or from one decade to another: the late 70s, the 50s and 60s."""
    if match := PART.search(said):
        begins, ends = PARTS[match[1]]
        return f"{match[2]}{begins}/{match[2]}{ends}"
    match = DECADE_TO_DECADE.search(said)
    return f"{match[1]}0/{match[2]}9" if match and match[1] < match[2] else ""


def _decade(said: str) -> str:
    match = LONG_DECADE.search(said)
    return f"{match[1]}X" if match else ""


@lru_cache(maxsize=1024)
def _bounded(edtf: str) -> When | None:
    parsed = parse_edtf(edtf)
    earliest, latest = _day(parsed.lower_strict()), _day(parsed.upper_strict())
    return When(edtf, earliest, latest) if earliest and latest and earliest <= latest else None


def _day(moment: struct_time | float) -> date | None:
    """A calendar day, or None for the open ends that the format writes as infinity."""
    if not isinstance(moment, struct_time) or not 1 <= moment.tm_year <= MAXYEAR:
        return None
    return date(moment.tm_year, moment.tm_mon, moment.tm_mday)
