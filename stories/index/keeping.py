"""Keeps the index as the memories are.

What leaves the public goes at once, with whatever took it away. All else is read anew after
commit, many changes of one memory in one go. Every night the whole index is compared.
"""

from __future__ import annotations

import threading
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import islice
from typing import Any, TypeVar

from django.db import transaction

from stories.index import documents
from stories.index.engines import AUDIENCES, Documents, engine
from stories.index.stems import stems
from stories.models import KnownWord, PublicDocument, StaffDocument, Story

BATCH = 100
"""Memories that are read and kept in one transaction, in which nobody else writes."""

MANY = 200
"""From so many on, the worker reads them: nobody waits for a page because a place was renamed."""

COLUMNS = ("title", "about", "told", "said")
ALL_COLUMNS = {
    StaffDocument: COLUMNS,
    PublicDocument: (*COLUMNS, "passages", "marks"),
}

T = TypeVar("T")

_noticed = threading.local()


def notice(lookup: str, value: int) -> None:
    """Remember that memories have changed: those of which ``lookup`` is this value, such as ``pk``.

    They are looked for, and read anew, after commit. What a rolled-back transaction leaves
    behind is read once too often, which harms nobody.
    """
    _waiting()[lookup].add(value)
    transaction.on_commit(catch_up, robust=True)


def drop(lookup: str, value: int) -> None:
    """Take these memories out of what everybody finds, in this very transaction."""
    PublicDocument.objects.filter(**{f"story__{lookup}": value}).delete()
    notice(lookup, value)


def follow(*stories: Story) -> None:
    """Memories have moved: what is not public any more is found no more, from now on."""
    moved = {story.pk for story in stories}
    still = set(Story.objects.filter(pk__in=moved).public().values_list("pk", flat=True))
    PublicDocument.objects.filter(story__in=moved - still).delete()
    for number in moved:
        notice("pk", number)


def catch_up() -> None:
    """Read anew whatever was noticed; called after commit."""
    noticed, _noticed.changes = _waiting(), defaultdict(set)
    changed: set[int] = set()
    for lookup, values in noticed.items():
        stories = Story.objects.filter(**{f"{lookup}__in": values})
        changed |= values if lookup == "pk" else set(stories.values_list("pk", flat=True))
    if len(changed) < MANY:
        refresh(changed)
        return
    from stories.tasks import index_memories

    for batch in batches(sorted(changed), MANY):
        index_memories.enqueue(batch)


def refresh(numbers: Collection[int]) -> int:
    """Read these memories anew; how many documents were not as they should be."""
    return sum(_refresh(batch) for batch in batches(sorted(numbers), BATCH))


def rebuild() -> int:
    """Compare the whole index with the memories, and forget the words that are gone.

    Doing it twice changes nothing. However large the archive, a batch is in memory at a time.
    """
    last, changed = 0, 0
    while batch := _after(last):
        changed += refresh(batch)
        last = batch[-1]
    for kind in AUDIENCES:
        engine().forget_unused(kind)
    return changed


def begin() -> None:
    """Build the index of an archive that is older than it."""
    if Story.objects.exists() and not StaffDocument.objects.exists():
        rebuild()


def batches(whole: Iterable[T], size: int) -> Iterator[list[T]]:
    rest = iter(whole)
    while batch := list(islice(rest, size)):
        yield batch


def _waiting() -> defaultdict[str, set[int]]:
    """What this thread has noticed since it last caught up."""
    if not hasattr(_noticed, "changes"):
        _noticed.changes = defaultdict(set)
    changes: defaultdict[str, set[int]] = _noticed.changes
    return changes


def _after(number: int) -> list[int]:
    later = Story.objects.filter(pk__gt=number).order_by("pk")
    return list(later.values_list("pk", flat=True)[:BATCH])


@transaction.atomic
def _refresh(batch: list[int]) -> int:
    """Nobody changes these memories between our reading and our writing."""
    locked = Story.objects.select_for_update().filter(pk__in=batch).order_by("pk")
    there = list(locked.values_list("pk", flat=True))
    return _keep(StaffDocument, batch, documents.staff(there)) + _keep(
        PublicDocument, batch, documents.public(there)
    )


def _keep(kind: Documents, batch: list[int], made: Mapping[int, Any]) -> int:
    columns = ALL_COLUMNS[kind]
    kept = kind._default_manager.in_bulk(batch)
    gone = kept.keys() - made.keys()
    changed = [
        document
        for number, document in made.items()
        if number not in kept or _of(kept[number], columns) != _of(document, columns)
    ]
    if gone:
        kind._default_manager.filter(pk__in=gone).delete()
    if changed:
        _write(kind, changed)
    return len(gone) + len(changed)


def _write(kind: Documents, changed: list[Any]) -> None:
    columns = [field.name for field in kind._meta.concrete_fields if not field.primary_key]
    kind._default_manager.bulk_create(
        changed,
        update_conflicts=True,
        unique_fields=["story"],
        update_fields=columns,
    )
    _learn(kind, changed)


def _learn(kind: Documents, changed: list[Any]) -> None:
    """Know the words that are new, with their stems."""
    audience = AUDIENCES[kind]
    words = {word for doc in changed for text in _of(doc, COLUMNS) for word in text.split()}
    for batch in batches(words, 500):
        known = KnownWord.objects.filter(audience=audience, word__in=batch)
        new = set(batch) - set(known.values_list("word", flat=True))
        KnownWord.objects.bulk_create(
            [
                KnownWord(audience=audience, word=word, stem=stem)
                for word, stem in stems(new).items()
            ],
            ignore_conflicts=True,
        )


def _of(document: Any, columns: tuple[str, ...]) -> tuple[Any, ...]:
    return tuple(getattr(document, name) for name in columns)
