"""A machine's reading of a date, said back in plain words, so that a person can put it right."""

from __future__ import annotations

import re
from datetime import date

from django.utils.dateformat import format as formatted
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from stories import when
from stories.when import When

SEASONS = {
    "21": gettext_lazy("spring %(year)s"),
    "22": gettext_lazy("summer %(year)s"),
    "23": gettext_lazy("autumn %(year)s"),
    "24": gettext_lazy("winter %(year)s"),
}
SEASON = re.compile(r"(\d{4})-(2[1-4])")
DECADE = re.compile(r"(\d{3})X")
SPAN = re.compile(r"(\d{4})/(\d{4})")
OPEN = re.compile(r"/(\d{4})[~?%]?|(\d{4})[~?%]?/")
LENGTHS = {4: "Y", 7: "F Y", 10: "j F Y"}
"""How many characters a year, a month and a day have in EDTF, and how each is said."""


def said_back(words: str, *, said_on: date | None = None) -> str:
    """How we read somebody's words: "about 1972". Empty where we cannot tell."""
    reading = when.read(words, said_on=said_on)
    return _in_words(reading) if reading else ""


def _in_words(reading: When) -> str:
    if match := OPEN.fullmatch(reading.edtf):
        said = _("before %(year)s") if match[1] else _("after %(year)s")
        return said % {"year": match[1] or match[2]}
    plain = reading.edtf.rstrip("~?%")
    said = _as_one(plain, reading)
    if not said:
        match = SPAN.fullmatch(plain)
        ends = match.groups() if match else (f"{reading.earliest:%Y}", f"{reading.latest:%Y}")
        return _("%(first)s to %(last)s") % dict(zip(("first", "last"), ends, strict=True))
    return said if plain == reading.edtf else _("about %(when)s") % {"when": said}


def _as_one(plain: str, reading: When) -> str:
    """A decade, a season, a year, a month or a day; empty for anything longer."""
    if match := DECADE.fullmatch(plain):
        return _("the %(decade)ss") % {"decade": f"{match[1]}0"}
    if match := SEASON.fullmatch(plain):
        return SEASONS[match[2]] % {"year": match[1]}
    if plain.replace("-", "").isdigit() and len(plain) in LENGTHS:
        return formatted(reading.earliest, LENGTHS[len(plain)])
    return ""
