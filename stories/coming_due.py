"""The days that somebody decided on, asked for as every night."""

from __future__ import annotations

import logging

from django.utils import timezone

from stories import lifecycle
from stories.models import PublicationPlan, Story
from stories.models.states import Status

logger = logging.getLogger(__name__)


def publish_what_is_due() -> int:
    """Publish each memory whose day has come, if everything still says yes; how many went out.

    Twice is the same as once, and one that fails does not keep the others.
    """
    return sum(_is_out(pk) for pk in _due())


def _due() -> list[int]:
    due = PublicationPlan.objects.filter(refused_at=None, on__lte=timezone.localdate())
    return list(due.values_list("story", flat=True))


def _is_out(pk: int) -> bool:
    try:
        story = lifecycle.come_due(Story.objects.get(pk=pk))
    except (lifecycle.Refused, Story.DoesNotExist):
        return False  # Somebody was quicker, or called it off.
    except Exception:
        logger.exception("A memory that was planned could not be published: %s", pk)
        return False
    return story.status == Status.PUBLISHED
