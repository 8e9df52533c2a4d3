"""What a teacher was looking at, so that nothing goes public that nobody read."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from stories.models import Story

FIELDS = ("title", "summary", "context", "when_text")
PART_FIELDS = ("kind", "text", "item_id", "caption", "description")


def fingerprint(story: Story) -> str:
    """A short name for everything of a memory that readers will see; it changes when that does."""
    shown: list[Any] = [getattr(story, name) for name in FIELDS]
    shown += [[getattr(part, name) for name in PART_FIELDS] for part in story.parts.all()]
    shown += sorted([person.person_id, person.role] for person in story.people.all())
    shown += [sorted(tag.tag_id for tag in tagged) for tagged in _tagged(story)]
    return hashlib.sha256(json.dumps(shown).encode()).hexdigest()[:16]


def _tagged(story: Story) -> list[Any]:
    return [story.tagged_places.all(), story.tagged_funds.all(), story.tagged_words.all()]
