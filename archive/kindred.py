"""What goes together: the places where a fund is told, and the funds that are told along with it.

Only the newest memories are asked, so that a hundred thousand of them cost no more than some.
"""

from __future__ import annotations

from collections.abc import Collection

from django.db.models import Count

from archive.records import NEWEST
from archive.stamps import rest_on
from stories.models import Fund, Place
from stories.querysets import StoryQuerySet

ASKED = 200
"""Memories that are asked what goes with what."""

MOST_PLACES, MOST_FUNDS = 12, 4


def newest(told: StoryQuerySet) -> list[int]:
    """The rows of the memories that are asked."""
    found = list(told.public().order_by(*NEWEST).values_list("pk", flat=True)[:ASKED])
    rest_on(*(f"story:{number}" for number in found))
    return found


def places_of(numbers: Collection[int]) -> list[Place]:
    """Where these memories are told of, the most told first. One query."""
    here = Place.objects.defer("introduction").filter(tagged_stories__content_object__in=numbers)
    most_told = here.annotate(shared=Count("tagged_stories")).order_by("-shared", "name", "pk")
    found = list(most_told[:MOST_PLACES])
    rest_on(*(f"placename:{place.pk}" for place in found))
    return found


def funds_of(numbers: Collection[int], *, but: Fund | None = None) -> list[Fund]:
    """What these memories carry, the most carried first. One query."""
    carried = Fund.objects.defer("introduction").filter(tagged_stories__content_object__in=numbers)
    others = carried.exclude(pk=but.pk) if but else carried
    counted = others.annotate(shared=Count("tagged_stories"))
    found = list(counted.order_by("-shared", "position", "pk")[:MOST_FUNDS])
    rest_on(*(f"fundname:{fund.pk}" for fund in found))
    return found
