"""What an editor is told about a block, under the field it is about, before it is saved."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from wagtail.blocks.struct_block import StructBlockValidationError

from archive import clips, quoting, records
from archive.blocks import NOT_PUBLIC
from archive.shapes import Record
from media.formats import Kind
from media.transcripts import clock
from stories.models import Story

NOT_ITS_WORDS = "The memory does not say it like this. Copy the words out of it, one by one."
NO_TIME = "Write minutes and seconds: 1:05"
NO_SUCH = {
    Kind.AUDIO: "There is no recording of that number in this memory.",
    Kind.VIDEO: "There is no film of that number in this memory.",
    Kind.IMAGE: "There is no picture of that number in this memory.",
}


def quote(value: Any) -> Any:
    """A pull quote. Raises ValidationError for words that the memory does not say."""
    if not quoting.is_said_in(_record(value["story"]), value["text"]):
        raise _wrong(text=NOT_ITS_WORDS)
    return value


def clip(value: Any) -> Any:
    """A voice clip. Raises ValidationError for seconds that cannot be played."""
    start, end = clock.read(value["start"]), clock.read(value["end"])
    if start is None or end is None:
        raise _wrong(**{k: NO_TIME for k, ms in (("start", start), ("end", end)) if ms is None})
    item = clips.recording(_record(value["story"]), value["which"])
    if item is None:
        raise _wrong(which=NO_SUCH[Kind.AUDIO])
    if said := clips.trouble(item, start, end, clips.held_in([item])):
        raise _wrong(end=said)
    return value


def film(value: Any) -> Any:
    """A film. Raises ValidationError where the memory has none of that number."""
    return _has(value, Kind.VIDEO)


def pane(value: Any) -> Any:
    """A picture of a memory or of the library. Raises ValidationError for both and neither."""
    if bool(value["story"]) == bool(value["picture"]):
        raise _wrong(story="Choose one: a picture of a memory, or one of the library.")
    return _has(value, Kind.IMAGE) if value["story"] else value


def _has(value: Any, kind: Kind) -> Any:
    if clips.of_kind(_record(value["story"]), kind, value["which"]) is None:
        raise _wrong(which=NO_SUCH[kind])
    return value


def _record(story: Story) -> Record:
    """Raises ValidationError where it was taken back a moment ago."""
    record = records.in_full([story.pk]).get(story.pk)
    if record is None:
        raise _wrong(story=NOT_PUBLIC)
    return record


def _wrong(**sentences: str) -> StructBlockValidationError:
    errors = {name: ValidationError(sentence) for name, sentence in sentences.items()}
    return StructBlockValidationError(block_errors=errors)
