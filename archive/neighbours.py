"""Where a memory leads: others of the same place, and others of the same fund of knowledge."""

from __future__ import annotations

from dataclasses import dataclass

from archive.records import Shelf
from archive.shapes import Record, Subject
from archive.stamps import fact
from stories.models import Story

MOST = 3


@dataclass(frozen=True)
class Beside:
    """A few other memories that share a place or a fund."""

    subject: Subject
    cards: tuple[Record, ...]


def of(record: Record) -> list[Beside]:
    """Those of its first place, then those of its first fund that were not there already."""
    seen = {record.number}
    found = []
    for subject in (*record.places[:1], *record.funds[:1]):
        others = [other for other in _newest(subject) if other.number not in seen][:MOST]
        seen |= {other.number for other in others}
        found.append(Beside(subject, tuple(others)))
    return [beside for beside in found if beside.cards]


def _newest(subject: Subject) -> list[Record]:
    """So many of a place or fund that enough are left when a page has shown some of them."""
    kind = "place" if subject.place else "fund"
    tag = f"{kind}:{subject.number}"
    sharing = Story.objects.filter(**{f"tagged_{kind}s__tag": subject.number})
    return fact(f"newest of {tag}", lambda: Shelf(sharing, tag).newest(2 * MOST + 1))
