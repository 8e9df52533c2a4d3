"""SubRip (.srt), which has no standard: numbers, times with a comma, words with some HTML."""

from __future__ import annotations

import re

from media.transcripts import markup, problems
from media.transcripts.blocks import Reading, blocks
from media.transcripts.cues import Cues, Span

TIME = r"(?:(\d{1,4}):)?([0-5]?\d):([0-5]?\d)(?:[,.](\d{1,3}))?"
TIMES = re.compile(rf"\s*{TIME}\s*-->\s*{TIME}(?:\s.*)?", re.ASCII)
PLACED = re.compile(r"\{\\[^{}]*\}")
"""Where on the screen, as some programs write it: `{\\an8}`."""


def read(text: str) -> Cues:
    """What a file says; raises Malformed."""
    reading = Reading(_times, _words, problems.NO_TIME_SUBRIP)
    for block in blocks(text.removeprefix("\ufeff")):
        if not (len(block.lines) == 1 and block.lines[0].strip().isdecimal()):
            reading.take(block)
    return reading.done()


def _words(lines: list[str]) -> list[tuple[str, str]]:
    return markup.voices([PLACED.sub("", line) for line in lines])


def _times(line: str) -> Span | None:
    match = TIMES.fullmatch(line)
    if match is None:
        return None
    start, end = match.groups()[:4], match.groups()[4:]
    return _ms(*start), _ms(*end)


def _ms(hours: str | None, minutes: str, seconds: str, fraction: str | None) -> int:
    whole = (int(hours or 0) * 60 + int(minutes)) * 60 + int(seconds)
    return whole * 1000 + int((fraction or "0").ljust(3, "0"))
