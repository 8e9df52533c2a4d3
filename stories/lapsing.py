"""The gate asked again about everything that is public, as every night."""

from __future__ import annotations

from stories import lifecycle, publication
from stories.models import Story
from stories.models.states import Status


def close_what_lapsed() -> int:
    """Close each memory in which a yes no longer stands; how many were closed.

    Doing it twice, or in two processes at once, closes each of them once: the lifecycle
    reads every memory again behind a lock.
    """
    published = Story.objects.filter(status=Status.PUBLISHED).order_by("pk")
    return sum(_closed(story) for story in [story for story, _ in publication.lacking(published)])


def _closed(story: Story) -> bool:
    try:
        lifecycle.lapse(story)
    except (lifecycle.Refused, Story.DoesNotExist):
        return False  # Somebody was quicker, or has just renewed the yes.
    return True
