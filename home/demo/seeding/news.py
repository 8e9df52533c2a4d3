"""News of the demonstration, put back to when it would have happened."""

from __future__ import annotations

from datetime import timedelta

from django.db.models import F
from django.utils import timezone
from wagtail.models import Page

from stories.models import NewsItem, Story

LOOKED_AT = timedelta(days=7)
"""Everybody of the demonstration was at their desk since then."""


def date() -> None:
    """Older news has been seen, so that a desk has only a few lines."""
    for story in Story.objects.filter(pk__in=NewsItem.objects.values("story")):
        NewsItem.objects.filter(story=story, page=None).update(
            happened_at=story.first_published_at or story.updated_at
        )
    for showcase in Page.objects.filter(pk__in=NewsItem.objects.values("page")):
        told = NewsItem.objects.filter(page=showcase)
        told.update(happened_at=showcase.first_published_at)
    old = NewsItem.objects.filter(happened_at__lt=timezone.now() - LOOKED_AT)
    old.filter(seen_at=None).update(seen_at=F("happened_at"))
