"""A copy of what there was, with times and checksums, in a number of queries that stays."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from typing import Any

from django.utils import timezone

from media.models import Derivative, Item
from stories.models import Story, StoryPart, StoryPerson

WORDS = ("ref", "title", "summary", "status", "held", "live", "audience", "when_text")
PARTS = ("kind", "text", "caption", "description", "item__ref")
FILE = ("ref", "kind", "filename", "original__sha256", "original__size")


def of(stories: Collection[Story]) -> dict[str, Any]:
    """The memories in their words and people, and every file in them by its SHA-256."""
    pks = [story.pk for story in stories]
    parts = _by_story(StoryPart.objects.filter(story__in=pks).values("story", *PARTS))
    people = _by_story(StoryPerson.objects.filter(story__in=pks).values("story", "person", "role"))
    memories = [
        {name: getattr(story, name) for name in WORDS}
        | {
            "author": story.author_id,
            "updated_at": story.updated_at.isoformat(),
            "revision": story.latest_revision_id,
            "parts": parts[story.pk],
            "people": people[story.pk],
        }
        for story in stories
    ]
    sealed_at = timezone.now().isoformat()
    return {"sealed_at": sealed_at, "memories": memories, "files": _files(pks)}


def _by_story(rows: Iterable[dict[str, Any]]) -> dict[int, list[dict[str, Any]]]:
    found: dict[int, list[dict[str, Any]]] = defaultdict(list)
    for row in rows:
        found[row.pop("story")].append(row)
    return found


def _files(pks: list[int]) -> list[dict[str, Any]]:
    items = Item.objects.filter(story_parts__story__in=pks).distinct()
    made: dict[int, dict[str, str]] = defaultdict(dict)
    derived = Derivative.objects.filter(item__in=items).values_list("item", "name", "sha256")
    for item, name, sha256 in derived:
        made[item][name] = sha256
    return [
        {name.removeprefix("original__"): row[name] for name in FILE}
        | {"added_at": row["added_at"].isoformat(), "made": made[row["pk"]]}
        for row in items.order_by("pk").values("pk", "added_at", *FILE)
    ]
