"""Memories that wait for a teacher, for this very one, or for their writers; and what went out."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils import timezone

from families.models import User
from home.dashboard.needs import SHOWN, Need, Row, need
from stories.models import Story, Turn
from stories.models.states import Status
from stories.moderation.columns import waiting_since
from stories.moderation.queue import IN_ORDER, review_url

WEEK = timedelta(days=7)


def queue_url(**filters: str | list[str]) -> str:
    """The queue, filtered as the list is."""
    query = urlencode(filters, doseq=True)
    return f"{reverse('moderation:list')}?{query}" if query else reverse("moderation:list")


def waiting(visible: Any) -> Need:
    """New, and nobody reads it yet: first memories on top, as in the queue."""
    rows = visible.filter(turn__lte=Turn.NOBODY).order_by(*IN_ORDER)[: SHOWN + 1]
    return need(
        "Waiting for a teacher",
        (_since(story) for story in rows),
        nothing="Nobody is waiting. Well done.",
        more=queue_url(turn="nobody"),
    )


def mine(visible: Any, user: User) -> Need:
    rows = visible.filter(turn=Turn.TEACHER, taken_up_by=user).order_by(*IN_ORDER)[: SHOWN + 1]
    return need(
        "You are reading",
        (_since(story) for story in rows),
        nothing="You have picked up nothing.",
        more=queue_url(taken_up_by=str(user.pk)),
    )


def with_their_writers(visible: Any) -> Need:
    """To change, and nothing has happened for a week."""
    theirs = visible.filter(turn=Turn.WRITER, status=Status.CHANGES_REQUESTED)
    rows = theirs.filter(updated_at__lte=timezone.now() - WEEK).order_by("updated_at", "pk")
    return need(
        "With a student for a week",
        (_since(story) for story in rows[: SHOWN + 1]),
        nothing="Nobody has had one for so long.",
        more=queue_url(turn="writer", age="7"),
    )


def published_this_week(visible: Any) -> Need:
    out = visible.filter(live=True, first_published_at__gte=timezone.now() - WEEK)
    rows = out.order_by("-first_published_at", "-pk")[: SHOWN + 1]
    return need(
        "Published this week",
        ((str(story), review_url(story), f"by {story.author}") for story in rows),
        nothing="Nothing yet this week. There is time.",
        more=queue_url(status=Status.PUBLISHED.value),
    )


def _since(story: Story) -> Row:
    words = f"{story.author}, for {waiting_since(story)}"
    is_first = story.turn == Turn.FIRST
    return str(story), review_url(story), f"{words}, a first memory" if is_first else words
