"""Memories that hold every word somebody typed, wherever in the memory each word stands."""

from __future__ import annotations

from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet, Value
from django.db.models.functions import Concat
from django.db.models.lookups import Contains

from archive.folding import Folded, fold
from media.models import PageText, Status, Transcript
from stories.models import StoryPart, TaggedFund, TaggedPlace
from stories.querysets import StoryQuerySet

MOST_WORDS = 8
LONGEST_WORD = 40  # characters

HEADING = ("title", "summary", "when_text")
PART = ("text", "caption", "description")
PLACE = ("tag__name", "tag__area")
FUND = ("tag__name",)


def words_of(text: str) -> list[str]:
    """The words to look for, folded; what a very long question asks beyond them is let go."""
    words = dict.fromkeys(fold(text.replace("\x00", " ")).split())
    return [word[:LONGEST_WORD] for word in words][:MOST_WORDS]


def holding(stories: StoryQuerySet, text: str) -> StoryQuerySet:
    """The memories that hold every word of the text."""
    for word in words_of(text):
        stories = stories.filter(_anywhere(word))
    return stories


def _anywhere(word: str) -> Q:
    return (
        Q(_in(HEADING, word))
        | Q(_beside(StoryPart.objects.filter(story=OuterRef("pk")), PART, word))
        | Q(_beside(_inside(PageText.objects.all()), ("text",), word))
        | Q(_beside(_inside(Transcript.objects.all()), ("spoken",), word))
        | Q(_beside(TaggedPlace.objects.filter(content_object=OuterRef("pk")), PLACE, word))
        | Q(_beside(TaggedFund.objects.filter(content_object=OuterRef("pk")), FUND, word))
    )


def _inside(rows: QuerySet[Any]) -> QuerySet[Any]:
    """Words that belong to a file of the memory, while the file can be shown."""
    return rows.filter(item__status=Status.READY, item__story_parts__story=OuterRef("pk"))


def _beside(rows: QuerySet[Any], columns: tuple[str, ...], word: str) -> Exists:
    """Whether a row that belongs to the memory has the word."""
    return Exists(rows.filter(_in(columns, word)))


def _in(columns: tuple[str, ...], word: str) -> Contains:
    """Whether the word is in these columns, as folded letters."""
    spaced = [piece for column in columns for piece in (column, Value(" "))]
    text = Folded(Concat(*spaced)) if len(columns) > 1 else Folded(columns[0])
    return Contains(text, word)
