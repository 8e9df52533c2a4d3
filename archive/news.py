"""Tells whoever told a memory that it is in a showcase."""

from __future__ import annotations

from typing import Any

from archive import returning
from archive.models import ShowcasePage
from stories.models import NewsKind, Story
from stories.news import telling


def tell_of_showcase(*, instance: ShowcasePage, **_: Any) -> None:
    """Once for each showcase, whenever it is published (``wagtail.signals.page_published``)."""
    numbers = set(instance.story_ids())
    shown = numbers - returning.to_ask(instance, numbers)
    for story in Story.objects.public().filter(pk__in=shown):
        telling.tell(NewsKind.SHOWCASE, story, page=instance)
