"""Where a memory leads: others of the same place, and others of the same fund of knowledge."""

from __future__ import annotations

from dataclasses import dataclass

from archive.records import NEWEST, by_number
from archive.shapes import Record, Subject
from archive.stamps import rest_on
from stories.models import Story

MOST = 3


@dataclass(frozen=True)
class Beside:
    """A few other memories that share a place or a fund."""

    subject: Subject
    cards: tuple[Record, ...]


def of(record: Record) -> list[Beside]:
    """Those of its first place, then those of its first fund that were not there already."""
    numbers: dict[Subject, list[int]] = {}
    for subject in (*record.places[:1], *record.funds[:1]):
        seen = {number for found in numbers.values() for number in found}
        numbers[subject] = _sharing(subject, record, seen)
    records = by_number(number for found in numbers.values() for number in found)
    shelves = (Beside(s, _in_order(found, records)) for s, found in numbers.items())
    return [beside for beside in shelves if beside.cards]


def _sharing(subject: Subject, record: Record, seen: set[int]) -> list[int]:
    """The newest others that share the place or fund, by their rows."""
    rest_on(f"{'place' if subject.place else 'fund'}:{subject.number}")
    column = "tagged_places" if subject.place else "tagged_funds"
    sharing = Story.objects.public().filter(**{f"{column}__tag": subject.number})
    others = sharing.exclude(ref=record.ref).exclude(pk__in=seen)
    return list(others.order_by(*NEWEST).values_list("pk", flat=True)[:MOST])


def _in_order(numbers: list[int], records: dict[int, Record]) -> tuple[Record, ...]:
    return tuple(records[number] for number in numbers if number in records)
