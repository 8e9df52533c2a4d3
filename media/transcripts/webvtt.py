"""WebVTT (W3C, "WebVTT: The Web Video Text Tracks Format"), with speakers as voice spans.

Stricter than a browser, which skips what it cannot read: here somebody is at hand who
can mend it. Styles, regions, notes and places on the screen are left behind.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from media.transcripts import markup, problems
from media.transcripts.blocks import ARROW, Reading, blocks
from media.transcripts.clock import stamp
from media.transcripts.cues import Cue, Cues, Span
from media.transcripts.problems import Malformed, Problem

HEADING = "WEBVTT"
TIME = r"(?:(\d{2,4}):)?([0-5]\d):([0-5]\d)\.(\d{3})"
TIMES = re.compile(rf"\s*{TIME}\s+-->\s+{TIME}(?:\s.*)?", re.ASCII)
LEFT_BEHIND = re.compile(r"(?:NOTE|STYLE|REGION)(?:[ \t].*)?")


def read(text: str) -> Cues:
    """What a file says; raises Malformed."""
    text = text.removeprefix("\ufeff")
    if not re.match(rf"{HEADING}(?:[ \t\r\n]|\Z)", text):
        raise Malformed(Problem(1, problems.NO_HEADING))
    reading = Reading(_times, markup.voices, problems.NO_TIME)
    for block in blocks(text):
        if block.line == 1:
            _check_heading(reading, block.lines)
        elif not LEFT_BEHIND.fullmatch(block.lines[0]):
            reading.take(block)
    return reading.done()


def write(cues: Iterable[Cue]) -> str:
    """A file that says it, and that `read` reads back as the same."""
    return "\n\n".join([HEADING, *(_written(cue) for cue in cues)]) + "\n"


def _check_heading(reading: Reading, lines: list[str]) -> None:
    """Lines below the heading belong to it, so a time there would be lost unseen."""
    stray = next((i for i, line in enumerate(lines, start=1) if ARROW in line), None)
    if stray is not None:
        reading.wrong(stray, "Leave an empty line before each time.")


def _times(line: str) -> Span | None:
    match = TIMES.fullmatch(line)
    if match is None:
        return None
    numbers = [int(number or 0) for number in match.groups()]
    return _ms(numbers[:4]), _ms(numbers[4:])


def _ms(time: list[int]) -> int:
    hours, minutes, seconds, thousandths = time
    return ((hours * 60 + minutes) * 60 + seconds) * 1000 + thousandths


def _written(cue: Cue) -> str:
    voice = f"<v {markup.escaped(cue.speaker)}>" if cue.speaker else ""
    times = f"{stamp(cue.start_ms)} {ARROW} {stamp(cue.end_ms)}"
    return f"{times}\n{voice}{markup.escaped(cue.text)}".rstrip("\n")
