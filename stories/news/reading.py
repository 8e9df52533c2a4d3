"""What is new for somebody: only what they may read, and only what is still true."""

from __future__ import annotations

from datetime import timedelta

from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.utils import timezone

from families.models import User
from stories.models import NewsItem, NewsKind, Story
from stories.models.states import Status
from stories.news.telling import BEFORE_IT_IS_OUT

FRESH = timedelta(days=1)
"""How long news that was seen stays on the desk."""

MOST = 3
"""Lines on the desk."""

KEPT = timedelta(days=400)
"""How far the list goes back: last year's anniversary is not on it any more."""


def of(user: User) -> QuerySet[NewsItem]:
    """Everything that is news to this person. What is held, hidden or over is not."""
    still_out = Q(story__live=True) & (Q(page=None) | Q(page__live=True))
    still_theirs = ~Q(kind=NewsKind.REMINDER) | Q(story__status=Status.CHANGES_REQUESTED)
    return NewsItem.objects.filter(
        Q(kind__in=BEFORE_IT_IS_OUT) | still_out,
        still_theirs,
        user=user,
        story__in=Story.objects.visible_to(user).values("pk"),
        happened_at__gt=timezone.now() - KEPT,
    ).select_related("story", "page")


def fresh(user: User) -> list[NewsItem]:
    """For the desk: what nobody has seen yet, or only just."""
    recent = Q(seen_at=None) | Q(seen_at__gt=timezone.now() - FRESH)
    return list(of(user).filter(recent)[:MOST])


def look_at_story(user: User, story: Story, request: HttpRequest) -> None:
    """Whoever opens the memory itself has seen what was new about it."""
    look_at(list(of(user).filter(story=story, seen_at=None)), request)


def look_at(items: list[NewsItem], request: HttpRequest) -> None:
    """They are on somebody's screen now. A script that fetches the page sees nothing."""
    unseen = [item.pk for item in items if item.seen_at is None]
    if unseen and request.headers.get("Sec-Fetch-Mode", "navigate") == "navigate":
        NewsItem.objects.filter(pk__in=unseen).update(seen_at=timezone.now())
