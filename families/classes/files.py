"""The text of a file that a teacher's spreadsheet wrote, in whichever coding it used."""

from __future__ import annotations

import codecs

BIGGEST = 200_000
"""Bytes. A list of sixty names has two thousand."""

MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


class NotAList(Exception):
    """This file holds no list that we can read. ``str()`` is for the screen."""


def text_of(content: bytes) -> str:
    """The words of a CSV in UTF-8, UTF-16 or Windows-1252. Raises ``NotAList``."""
    if len(content) > BIGGEST:
        raise NotAList("This file is too big for a list of names. Nothing was made.")
    if content.startswith((b"PK", b"\xd0\xcf\x11\xe0")):
        raise NotAList("This is a whole workbook. In it, choose “Save as” and then “CSV”.")
    text = _decoded(content)
    if "\0" in text or any(ord(c) < ord(" ") and c not in "\t\r\n" for c in text):
        raise NotAList("This file is not a list of names. Save it as CSV and try again.")
    return text


def _decoded(content: bytes) -> str:
    for coding in _codings(content):
        try:
            return content.decode(coding)
        except UnicodeDecodeError:
            continue
    raise NotAList("The letters in this file cannot be read. Save it as “CSV UTF-8”.")


def _codings(content: bytes) -> tuple[str, ...]:
    for mark, coding in MARKS:
        if content.startswith(mark):
            return (coding,)
    opening = content[:200]
    if opening.count(0) * 3 > len(opening):
        return ("utf-16-le",) if opening[1:2] == b"\0" else ("utf-16-be",)
    return ("utf-8", "cp1252")
