"""What is said and written in the files of public memories, for whoever reads them in full."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from django.db.models import prefetch_related_objects

from archive.shapes import Record, RecordPart
from media.formats import Kind
from media.models import Item
from media.transcripts.lines import public_lines, transcript_of

WORDED = (Kind.AUDIO, Kind.VIDEO, Kind.DOCUMENT)


def in_full(records: Iterable[Record]) -> list[Record]:
    """The same records with every word in their files.

    No query where they hold nothing that plays and no papers, else up to three.
    """
    known = list(records)
    items = _items({item.ref for record in known for item in record.items if item.kind in WORDED})
    return [
        replace(record, parts=tuple(_with_words(part, items) for part in record.parts))
        for record in known
    ]


def _items(refs: set[str]) -> dict[str, Item]:
    """With what is held back of what is said, and with the words of papers."""
    if not refs:
        return {}
    found = list(Item.objects.filter(ref__in=refs).select_related("transcript"))
    spoken = [item for item in found if transcript_of(item)]
    papers = [item for item in found if item.kind == Kind.DOCUMENT]
    for some, words in ((spoken, "held_passages"), (papers, "page_texts")):
        if some:
            prefetch_related_objects(some, words)
    return {item.ref: item for item in found}


def _with_words(part: RecordPart, items: dict[str, Item]) -> RecordPart:
    item = items.get(part.item.ref) if part.item else None
    if part.item is None or item is None:
        return part
    return replace(part, item=replace(part.item, said=public_lines(item), texts=_texts(item)))


def _texts(item: Item) -> tuple[str, ...]:
    """What each page says, an empty text for a page of pictures."""
    if item.kind != Kind.DOCUMENT:
        return ()
    said = {page.number: page.text for page in item.page_texts.all()}
    return tuple(said.get(number, "") for number in range(1, max(said, default=0) + 1))
