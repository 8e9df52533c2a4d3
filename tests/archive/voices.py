"""A public memory with a voice in it, and what is said in it."""

from __future__ import annotations

from typing import Any

from families.models import User
from media.models import Item
from media.transcripts import verbs
from media.transcripts.cues import Cue
from stories.models import Story
from tests.factories import ItemFactory, StoryFactory

SAID = (
    Cue(0, 4000, "We lived over the shop.", "Mary"),
    Cue(4000, 9000, "The bread was hot at five.", "Mary"),
    Cue(9000, 14000, "Nobody had a key.", "Mary"),
)


def recording(by: User, **fields: Any) -> Item:
    item: Item = ItemFactory(
        audio=True, duration=20.0, uploaded_by=by, peaks=list(range(20)), **fields
    )
    verbs.save(item, SAID, by=by, number=0)
    return item


def spoken(by: User, **fields: Any) -> Story:
    """A memory with some words and one recording."""
    parts = ["Words of it, “every one”.", recording(by)]
    story: Story = StoryFactory(published=True, author=by, **{"parts": parts} | fields)
    return story
