"""A year since: told in the night, to whoever told it."""

from __future__ import annotations

from calendar import isleap
from collections.abc import Iterator
from datetime import date, timedelta
from functools import reduce
from operator import or_

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from stories.models import NewsItem, NewsKind, Story
from stories.news import telling

DAYS = 7
"""How late an anniversary is still told, where the machine was off on the day."""


def tell() -> int:
    """Tell every anniversary of these days that has not been told; how many there were."""
    today = timezone.localdate()
    days = [today - timedelta(days=ago) for ago in range(DAYS)]
    public = Story.objects.public().filter(
        reduce(or_, (_on(day) for day in days)), first_published_at__year__lt=today.year
    )
    return sum(_told(pk) for pk in list(public.values_list("pk", flat=True)))


@transaction.atomic
def _told(pk: int) -> bool:
    """Tell it, unless somebody was quicker: the memory's row is held meanwhile."""
    story = Story.objects.select_for_update().public().filter(pk=pk).first()
    lately = timezone.now() - timedelta(days=2 * DAYS)
    told = NewsItem.objects.filter(kind=NewsKind.YEAR, story=pk, happened_at__gt=lately)
    if story is None or told.exists():
        return False
    telling.write_down(NewsKind.YEAR, story)
    return True


def _on(day: date) -> Q:
    """The same day of other years; what began on a 29 February has its day on 1 March too."""
    return reduce(or_, _dates(day))


def _dates(day: date) -> Iterator[Q]:
    yield Q(first_published_at__month=day.month, first_published_at__day=day.day)
    if (day.month, day.day) == (3, 1) and not isleap(day.year):
        yield Q(first_published_at__month=2, first_published_at__day=29)
