"""Time as people say it, put into words with years in them, before ``stories.when`` reads it.

"The war" is the one that people here mean by it. Words such as "last year" need the day on
which they were said; without it they stay as they are.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

FIRST, SECOND = (1914, 1918), (1939, 1945)
"""The World Wars, from the first year to the last."""

TENS = (
    "twenties",
    "thirties",
    "forties",
    "fifties",
    "sixties",
    "seventies",
    "eighties",
    "nineties",
)
OWN_AGE = r"(?<!my )(?<!her )(?<!his )(?<!our )(?<!their )(?<!your )"
SPELLED = re.compile(rf"{OWN_AGE}\b(?:nineteen[- ])?({'|'.join(TENS)})\b")
ISH = re.compile(r"\b(\d{4})[- ]?ish\b", re.ASCII)
TWO_DIGITS = re.compile(
    r"\b(about|around|circa|before|after|since) ['’‘]?(\d\d)(?=\s*(?:$|[,.;)]))", re.ASCII
)
UNTIL = re.compile(r"^(?:until|till|up to) (?=\d{4}\b)", re.ASCII)
WAR = re.compile(
    r"\b(?:(before|after) )?(?:during |in )?(?:the )?"
    r"(?:(?P<first>first world war|great war|ww ?(?:1|i)\b)|second world war|ww ?(?:2|ii)\b"
    r"|(?<=the )war\b(?! (?:in|with|of|on|against|memorial)\b)|wartime)"
)
AGO = re.compile(r"\b(\d{1,2}) years ago\b", re.ASCII)
TO_NOW = re.compile(r"\b(to|till|until) (?:now|today)\b")
SEASON_ENDS = {"spring": 5, "summer": 8, "autumn": 11, "christmas": 12, "winter": 12}
"""The last month of each; the last one that was over is the one that people mean."""

LAST_SEASON = re.compile(rf"\blast ({'|'.join(SEASON_ENDS)})\b")
DAYS = {"ve day": "8 may 1945", "vj day": "15 august 1945"}
ROUND = 10
"""From so many years ago on, people count roughly."""


def plain(said: str, said_on: date | None = None) -> str:
    """The same moment with its years; ``said`` is in small letters."""
    said = SPELLED.sub(lambda match: f"19{TENS.index(match[1]) + 2}0s", said)
    said = ISH.sub(r"about \1", said)
    said = TWO_DIGITS.sub(r"\1 19\2", said)
    said = UNTIL.sub("before ", said)
    said = WAR.sub(_war, said)
    for name, day in DAYS.items():
        said = said.replace(name, day)
    return _counted_from(said, said_on) if said_on else said


def _war(match: re.Match[str]) -> str:
    begins, ends = FIRST if match["first"] else SECOND
    if match[1]:
        return f"before {begins}" if match[1] == "before" else f"after {ends}"
    return f"{begins} to {ends}"


def _counted_from(said: str, day: date) -> str:
    """Words that count from the day on which they were said."""
    said = TO_NOW.sub(rf"\1 {day.year}", said)
    said = AGO.sub(lambda match: _ago(int(match[1]), day), said)
    said = LAST_SEASON.sub(lambda match: _last(match[1], day), said)
    for words, year in (("last year", day.year - 1), ("this year", day.year)):
        said = said.replace(words, str(year))
    for words, ago in (("yesterday", 1), ("today", 0)):
        said = re.sub(rf"\b{words}\b", (day - timedelta(days=ago)).isoformat(), said)
    return said


def _ago(years: int, day: date) -> str:
    return f"{'about ' if years >= ROUND else ''}{day.year - years}"


def _last(season: str, day: date) -> str:
    is_over = day.month > SEASON_ENDS[season]
    return f"{season} {day.year if is_over else day.year - 1}"
