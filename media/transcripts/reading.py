"""Any transcript that somebody sends or types: which form it has, and what it says."""

from __future__ import annotations

import codecs

from media.transcripts import problems, subrip, typed, webvtt
from media.transcripts.blocks import ARROW
from media.transcripts.cues import MAX_BYTES, Cues, in_order
from media.transcripts.problems import Malformed, Problem

MARKS = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}


def read_file(data: bytes) -> Cues:
    """What a file says, whatever its name; raises Malformed."""
    return read(decoded(data))


def read(text: str) -> Cues:
    """What WebVTT, SubRip or typed lines say; raises Malformed, also where nothing is said."""
    if len(text.encode("utf-8", "replace")) > MAX_BYTES:
        raise Malformed(Problem(0, problems.TOO_BIG))
    text = text.removeprefix("\ufeff")
    if text.startswith(webvtt.HEADING):
        cues = webvtt.read(text)
    elif ARROW in text:
        cues = subrip.read(text)
    else:
        cues = in_order(typed.read(text))
    if not any(cue.text for cue in cues):
        raise Malformed(Problem(0, problems.NOTHING))
    return cues


def decoded(data: bytes) -> str:
    """The text of a file in UTF-8, UTF-16 or Windows-1252; raises Malformed for no text."""
    if len(data) > MAX_BYTES:
        raise Malformed(Problem(0, problems.TOO_BIG))
    try:
        text = data.decode(_encoding(data))
    except UnicodeDecodeError:
        text = data.decode("cp1252", "replace")
    if "\0" in text:
        raise Malformed(Problem(0, problems.NOT_TEXT))
    return text


def _encoding(data: bytes) -> str:
    """By its mark; without one, every other byte of plain English in UTF-16 is zero."""
    for mark, encoding in MARKS.items():
        if data.startswith(mark):
            return encoding
    head = data[:400]
    if head and head.count(0) > len(head) // 3:
        return "utf-16-be" if head[0] == 0 else "utf-16-le"
    return "utf-8"
