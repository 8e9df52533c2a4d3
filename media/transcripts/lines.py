"""A transcript as it is read: by everybody, and by those who work on it."""

from __future__ import annotations

from dataclasses import dataclass

from media.models.item import Item
from media.models.transcript import Transcript
from media.transcripts import clock, webvtt
from media.transcripts.cues import Cue, Cues, Span, less


@dataclass(frozen=True)
class Line:
    """One line on a page; `is_held` only where whoever may work on it looks."""

    start_ms: int
    end_ms: int
    speaker: str
    text: str
    is_held: bool = False

    @property
    def time(self) -> str:
        """When it is said, as `1:02`."""
        return clock.said(self.start_ms)


def transcript_of(item: Item) -> Transcript | None:
    """The wording that counts; no query where `transcript` was selected or prefetched."""
    found: Transcript | None = getattr(item, "transcript", None)
    return found


def held_spans(item: Item) -> list[Span]:
    """What is held back; no query where `held_passages` was prefetched."""
    return [(held.start_ms, held.end_ms) for held in item.held_passages.all()]


def public_cues(item: Item) -> Cues:
    """What everybody may read and hear: nothing held back, and nothing no person has read."""
    transcript = transcript_of(item)
    if transcript is None or not transcript.waits:
        return coming_cues(item)
    return _less_held(item, transcript.shown)


def coming_cues(item: Item) -> Cues:
    """The same, once what waits for a second adult is let out."""
    transcript = transcript_of(item)
    if transcript is None or transcript.by_computer:
        return ()
    return _less_held(item, transcript.vtt)


def _less_held(item: Item, vtt: str) -> Cues:
    said = webvtt.read(vtt) if vtt else ()
    return tuple(cue for cue in less(said, held_spans(item)) if cue.text)


def public_lines(item: Item) -> tuple[Line, ...]:
    """The same for a page."""
    return tuple(_line(cue, is_held=False) for cue in public_cues(item))


def all_lines(item: Item) -> tuple[Line, ...]:
    """Everything that is written down, for those who may work on it."""
    transcript = transcript_of(item)
    if transcript is None:
        return ()
    held = held_spans(item)
    said = webvtt.read(transcript.vtt)
    return tuple(_line(cue, is_held=any(cue.overlaps(*span) for span in held)) for cue in said)


def _line(cue: Cue, *, is_held: bool) -> Line:
    return Line(cue.start_ms, cue.end_ms, cue.speaker, cue.text, is_held)
