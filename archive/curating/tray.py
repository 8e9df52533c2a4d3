"""What is in somebody's tray, and putting things into it, in order, and out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.db import transaction
from django.db.models import Max

from archive.models import TrayStory
from archive.records import by_number
from archive.shapes import Record
from families.models import User
from stories.models import Story

HOLDS = 60
"""Memories in one tray; a showcase of more is two showcases."""


@dataclass(frozen=True)
class Tray:
    """What can be shown of it now. ``gone`` counts what is not public any more."""

    records: tuple[Record, ...] = ()
    numbers: tuple[int, ...] = ()
    gone: int = 0

    @property
    def refs(self) -> frozenset[str]:
        return frozenset(record.ref for record in self.records)

    @property
    def is_full(self) -> bool:
        return len(self.records) >= HOLDS


def of(user: User) -> Tray:
    """The tray in its order. Six queries, however much is in it."""
    kept = list(TrayStory.objects.filter(user=user).values_list("story_id", flat=True))
    found = by_number(kept)
    numbers = tuple(pk for pk in kept if pk in found)
    return Tray(tuple(found[pk] for pk in numbers), numbers, len(kept) - len(numbers))


def refs_in(user: User) -> frozenset[str]:
    """Which public memories are in it, by their refs. One query."""
    kept = TrayStory.objects.filter(user=user).values("story")
    return frozenset(Story.objects.public().filter(pk__in=kept).values_list("ref", flat=True))


@transaction.atomic
def add(user: User, stories: Iterable[Story]) -> int:
    """Put public memories at the end, each once; how many were new. A full tray takes no more."""
    there = set(TrayStory.objects.filter(user=user).values_list("story_id", flat=True))
    last = TrayStory.objects.filter(user=user).aggregate(last=Max("sort_order"))["last"] or 0
    wanted = [story.pk for story in stories if story.pk not in there]
    public = set(Story.objects.public().filter(pk__in=wanted).values_list("pk", flat=True))
    new = [pk for pk in dict.fromkeys(wanted) if pk in public][: max(0, HOLDS - len(there))]
    TrayStory.objects.bulk_create(
        TrayStory(user=user, story_id=pk, sort_order=last + number)
        for number, pk in enumerate(new, start=1)
    )
    return len(new)


def take_out(user: User, refs: Iterable[str]) -> None:
    """Take these out; what was not there stays not there."""
    TrayStory.objects.filter(user=user, story__ref__in=list(refs)).delete()


def clear_gone(user: User) -> None:
    """Take out what is not public any more."""
    public = Story.objects.public().values("pk")
    TrayStory.objects.filter(user=user).exclude(story__in=public).delete()


@transaction.atomic
def order(user: User, refs: Iterable[str]) -> None:
    """Put them in this order. What is not named comes behind, as it was."""
    rows = list(TrayStory.objects.select_for_update().filter(user=user).select_related("story"))
    named = {ref: number for number, ref in enumerate(refs)}
    rows.sort(key=lambda row: named.get(row.story.ref, len(named)))
    for number, row in enumerate(rows):
        row.sort_order = number
    TrayStory.objects.bulk_update(rows, ["sort_order"])


def moved(refs: list[str], ref: str, by: int) -> list[str]:
    """The same order with one of them a place further up (-1) or down (1)."""
    if ref not in refs:
        return refs
    at = refs.index(ref)
    to = min(max(at + by, 0), len(refs) - 1)
    return [*(others := [r for r in refs if r != ref])[:to], ref, *others[to:]]
