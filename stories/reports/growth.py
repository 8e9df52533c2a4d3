"""How memories grew: versions, words, and how long their writers waited for a word back."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import CharField, Count, Min, QuerySet
from django.db.models.functions import Cast
from wagtail.models import ModelLogEntry, Revision

from stories.models import Feedback, Story, StoryPart
from stories.querysets import StoryQuerySet

DAY = 24 * 60 * 60  # seconds

ANSWERED = ("stories.request_changes", "stories.publish")
"""What a teacher does that a writer sees as an answer, beside a point of feedback."""


@dataclass(frozen=True)
class Grown:
    """One memory in numbers. ``days_waited`` is None while nobody has answered."""

    story: Story
    handed_in: int
    versions: int
    words_at_first: int
    words_now: int
    days_waited: float | None


def of(stories: StoryQuerySet) -> Iterator[Grown]:
    """Each memory of these, in seven queries for all of them."""
    now, versions, first = _words_now(stories), Counter[int](), dict[int, int]()
    for pk, count, oldest in _revisions(stories):
        versions[pk], first[pk] = count, oldest
    at_first = _words_at_first(first)
    handed_in, answered = _moments(stories)
    for story in stories:
        moments = handed_in[story.pk]
        yield Grown(
            story=story,
            handed_in=len(moments),
            versions=versions[story.pk],
            words_at_first=at_first.get(story.pk, now[story.pk]),
            words_now=now[story.pk],
            days_waited=_waited(moments, answered[story.pk]),
        )


def words_of(text: str) -> int:
    return len(text.split())


def _words_now(stories: StoryQuerySet) -> Counter[int]:
    counted: Counter[int] = Counter()
    parts = StoryPart.objects.filter(story__in=stories.order_by().values("pk"))
    for pk, text in parts.values_list("story", "text"):
        counted[pk] += words_of(text)
    return counted


def _keys(stories: StoryQuerySet) -> QuerySet[Any]:
    """Their numbers as Wagtail writes them beside revisions and log entries."""
    keys: QuerySet[Any] = stories.order_by().annotate(key=Cast("pk", CharField())).values("key")
    return keys


def _revisions(stories: StoryQuerySet) -> Iterator[tuple[int, int, int]]:
    """For each memory how many versions there are, and the number of the oldest."""
    kept = Revision.objects.filter(
        base_content_type=ContentType.objects.get_for_model(Story), object_id__in=_keys(stories)
    )
    grouped = kept.order_by().values("object_id").annotate(count=Count("pk"), oldest=Min("pk"))
    for row in grouped:
        yield int(row["object_id"]), row["count"], row["oldest"]


def _words_at_first(first: dict[int, int]) -> dict[int, int]:
    oldest = Revision.objects.filter(pk__in=list(first.values()))
    contents = oldest.values_list("object_id", "content").iterator(chunk_size=500)
    return {
        int(pk): sum(words_of(part.get("text", "")) for part in content.get("parts", ()))
        for pk, content in contents
    }


def _moments(
    stories: StoryQuerySet,
) -> tuple[defaultdict[int, list[datetime]], defaultdict[int, list[datetime]]]:
    """When each was handed in, and when somebody answered."""
    handed_in: defaultdict[int, list[datetime]] = defaultdict(list)
    answered: defaultdict[int, list[datetime]] = defaultdict(list)
    entries = ModelLogEntry.objects.filter(
        content_type=ContentType.objects.get_for_model(Story),
        object_id__in=_keys(stories),
        action__in=["stories.submit", *ANSWERED],
    )
    for pk, action, moment in entries.values_list("object_id", "action", "timestamp"):
        (answered if action in ANSWERED else handed_in)[int(pk)].append(moment)
    points = Feedback.objects.filter(story__in=stories.order_by().values("pk"))
    for pk, moment in points.values_list("story", "given_at"):
        answered[pk].append(moment)
    return handed_in, answered


def _waited(handed_in: list[datetime], answered: list[datetime]) -> float | None:
    """Days from the first handing in to the first answer after it."""
    if not handed_in:
        return None
    begun = min(handed_in)
    after = [moment for moment in answered if moment >= begun]
    return round((min(after) - begun).total_seconds() / DAY, 1) if after else None
