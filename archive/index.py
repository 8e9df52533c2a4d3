"""What everybody may find of a memory: the words of its record, as the page of it shows them."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import chain

from django.utils.text import slugify

from archive import decades
from archive.names import UNNAMED_CHILD
from archive.records import in_full
from archive.shapes import Record, RecordItem, RecordPart
from families.naming import NO_NAME
from stories.index.documents import Passage, Words


def public_words(numbers: Collection[int]) -> dict[int, Words]:
    """The words of those of the memories that are public (``make_public_with``)."""
    records = in_full(numbers)
    return {number: words_of(record) for number, record in records.items()}


def words_of(record: Record) -> Words:
    """Nothing is read but the record, so nothing is found that its page does not show."""
    return Words(
        title=record.title,
        about=tuple(_about(record)),
        told=tuple(_told(record)),
        said=tuple(chain.from_iterable(map(_said, record.items))),
        marks=tuple(_marks(record)),
    )


def _about(record: Record) -> Iterator[str]:
    yield from (record.summary, record.when_text)
    yield from chain.from_iterable((place.label, place.area) for place in record.places)
    yield from (fund.label for fund in record.funds)
    people = dict.fromkeys((*record.tellers, *record.reporters, *record.heard, *record.shown))
    yield from (name for name in people if name not in (NO_NAME, UNNAMED_CHILD))


def _told(record: Record) -> Iterator[Passage]:
    if record.summary:
        yield Passage(record.summary)
    for part in record.parts:
        yield from (Passage(text) for text in _texts(part) if text)


def _texts(part: RecordPart) -> tuple[str, ...]:
    return (part.item.caption, part.item.description) if part.item else (part.text,)


def _said(item: RecordItem) -> Iterator[Passage]:
    yield from (Passage(line.text, item.ref, line.start_ms / 1000) for line in item.said)
    yield from (Passage(text, item.ref) for text in item.texts if text)


def _marks(record: Record) -> Iterator[str]:
    """What the list of memories is narrowed by (``archive.facets``)."""
    yield from (f"place:{place.slug}" for place in record.places)
    yield from sorted({f"area:{slugify(place.area)}" for place in record.places})
    yield from (f"fund:{fund.slug}" for fund in record.funds)
    inside = sorted({item.kind for item in record.items})
    yield from (f"kind:{kind}" for kind in inside or ["words"])
    if record.context:
        yield f"context:{record.context}"
    yield from (f"decade:{decade.slug}" for decade in decades.touched(record))
