"""Looking for memories by words: for everybody by how well they answer, for staff in their list."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Any

from django.db import connection
from django.db.models import QuerySet

from families.models import User
from stories.index import spelling
from stories.index.engines import engine
from stories.index.question import Question, read
from stories.models import PublicDocument, StaffDocument, Story
from stories.querysets import StoryQuerySet

MOST = 1000
"""Memories that one question brings up: the newest, put in order by how well they answer. So a
word that stands in most of the archive costs no more than one in a thousand of them."""


@dataclass(frozen=True)
class Found:
    """The rows of the memories that answer, the best first. ``mended`` is what was looked for
    where nothing was found by what was typed; ``more``, that there are more than these."""

    numbers: tuple[int, ...] = ()
    question: Question = field(default_factory=Question)
    mended: str = ""
    more: bool = False


def public(text: str, within: StoryQuerySet) -> Found:
    """Public memories among these that hold every word of the text.

    Whatever a document says, no memory is found that is not public at this moment, and a
    mended word is told of only where it finds one.
    """
    question = spelling.with_forms(read(text), PublicDocument)
    numbers = _ranked(question, within)
    if numbers:
        return _found(numbers, question)
    mended = spelling.mended(question, PublicDocument)
    numbers = _ranked(mended, within) if mended else []
    return _found(numbers, mended, mended.said) if mended and numbers else Found((), question)


def among(question: Question, within: StoryQuerySet) -> tuple[int, ...]:
    """The answers to a question that was asked already, among other public memories."""
    return tuple(_ranked(question, within)[:MOST])


def marks(numbers: Collection[int]) -> list[str]:
    """What the list can be narrowed by of each of the memories that were found.

    Straight from the table: there may be a thousand of them, and Django takes its time over each.
    """
    if not numbers:
        return []
    table, rows = PublicDocument._meta.db_table, ",".join(str(int(number)) for number in numbers)
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT marks FROM {table} WHERE story_id IN ({rows})")  # noqa: S608 - ours.
        return [found for (found,) in cursor.fetchall()]


def staff(text: str, rows: QuerySet[Any], user: User) -> QuerySet[Any]:
    """Those of the rows of a list that hold every word and that this person may read in full."""
    question = spelling.with_forms(read(text), StaffDocument)
    readable = rows.filter(pk__in=_readable(user))
    found = readable.filter(pk__in=engine().matching(StaffDocument, question))
    mended = None if found.exists() else spelling.mended(question, StaffDocument)
    if mended is None:
        return found
    return readable.filter(pk__in=engine().matching(StaffDocument, mended))


def _readable(user: User) -> QuerySet[Any]:
    return Story.objects.visible_to(user).values("pk")


def _ranked(question: Question, within: StoryQuerySet) -> list[int]:
    if not question.terms:
        return []
    return engine().ranked(PublicDocument, question, within.public(), MOST + 1)


def _found(numbers: list[int], question: Question, mended: str = "") -> Found:
    return Found(tuple(numbers[:MOST]), question, mended, more=len(numbers) > MOST)
