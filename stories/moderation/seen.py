"""What a teacher was looking at, so that nothing goes public that nobody read."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from django.db.models import prefetch_related_objects

from media.models import Item
from media.transcripts.lines import held_spans, transcript_of
from stories.models import Story

FIELDS = ("title", "summary", "content_note", "context", "when_text")
PART_FIELDS = ("kind", "text", "item_id", "caption", "description")
INSIDE = ("transcript", "held_passages", "hidden_areas", "page_texts")
"""What of an item changes what readers see of it."""


def version(story: Story) -> Story:
    """What a decision is about: the draft beside a live memory, or else the record."""
    if story.live and story.has_unpublished_changes and story.latest_revision:
        draft: Story = story.latest_revision.as_object()
        return draft
    return story


def mark(story: Story) -> str:
    """What somebody says yes to: these words, and no save since, also one that was undone."""
    return f"{story.edition}-{fingerprint(story)}"


def fingerprint(story: Story) -> str:
    """A short name for everything of a memory that readers will see; it changes when that does."""
    shown: list[Any] = [getattr(story, name) for name in FIELDS]
    shown += [[getattr(part, name) for name in PART_FIELDS] for part in story.parts.all()]
    shown += sorted([person.person_id, person.role] for person in story.people.all())
    parts = list(story.parts.all())
    prefetch_related_objects(parts, "item")
    items = [part.item for part in parts if part.item is not None]
    prefetch_related_objects(items, *INSIDE)
    shown += [_inside(item) for item in items]
    shown += [sorted(tag.tag_id for tag in tagged) for tagged in _tagged(story)]
    return hashlib.sha256(json.dumps(shown).encode()).hexdigest()[:16]


def _inside(item: Item) -> list[Any]:
    """What is said and written in an item, and what of it is hidden."""
    transcript = transcript_of(item)
    return [
        [transcript.vtt, transcript.by_computer] if transcript else [],
        held_spans(item),
        [[area.left, area.top, area.width, area.height] for area in item.hidden_areas.all()],
        item.page_words,
    ]


def _tagged(story: Story) -> list[Any]:
    return [story.tagged_places.all(), story.tagged_funds.all(), story.tagged_words.all()]
