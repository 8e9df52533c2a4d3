"""A machine's reading of a date, said back in plain words, so that a person can put it right."""

from __future__ import annotations

import re
from datetime import date

from django.utils.dateformat import format as formatted

from stories import when
from stories.when import When

SEASONS = {"21": "spring", "22": "summer", "23": "autumn", "24": "winter"}
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
        return f"before {match[1]}" if match[1] else f"after {match[2]}"
    plain = reading.edtf.rstrip("~?%")
    about = "about " if plain != reading.edtf else ""
    if match := DECADE.fullmatch(plain):
        return f"{about}the {match[1]}0s"
    if match := SEASON.fullmatch(plain):
        return f"{about}{SEASONS[match[2]]} {match[1]}"
    if match := SPAN.fullmatch(plain):
        return f"{match[1]} to {match[2]}"
    if plain.replace("-", "").isdigit() and len(plain) in LENGTHS:
        return about + formatted(reading.earliest, LENGTHS[len(plain)])
    return f"{reading.earliest:%Y} to {reading.latest:%Y}"
