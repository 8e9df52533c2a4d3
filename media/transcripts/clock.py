"""Times as captions write them, and as people do."""

from __future__ import annotations

import re

from media.transcripts.cues import MAX_MS

TYPED = re.compile(r"(?:(?:(\d{1,2}):)?(\d{1,4}):)?(\d{1,5})(?:[.,](\d{1,3})\d*)?", re.ASCII)


def stamp(ms: int, point: str = ".") -> str:
    """`00:01:02.500`, as in a file (WebVTT: a WebVTT timestamp)."""
    seconds, thousandths = divmod(ms, 1000)
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours:02}:{minutes:02}:{seconds:02}{point}{thousandths:03}"


def said(ms: int) -> str:
    """`1:02`, as one says it; for reading."""
    minutes, seconds = divmod(ms // 1000, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"


def typed(ms: int) -> str:
    """`1:02.5`, as somebody types it; nothing is lost, so it can be read back."""
    fraction = f"{ms % 1000:03}".rstrip("0")
    return f"{said(ms)}.{fraction}" if fraction else said(ms)


def read(text: str) -> int | None:
    """Milliseconds of what somebody typed: `62.5`, `1:02.5` or `0:01:02,5`; None if no time."""
    match = TYPED.fullmatch(text.strip())
    if match is None:
        return None
    hours, minutes, seconds, fraction = match.groups()
    ms = ((int(hours or 0) * 60 + int(minutes or 0)) * 60 + int(seconds)) * 1000
    ms += int((fraction or "0").ljust(3, "0"))
    return ms if ms <= MAX_MS else None
