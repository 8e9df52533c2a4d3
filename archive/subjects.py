"""Places and funds of knowledge as ways in, each with how many public memories it has."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from heapq import nsmallest
from itertools import groupby
from operator import itemgetter
from typing import Any

from django.db.models import Count, IntegerField, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.http import Http404

from archive.records import NEWEST, Shelf
from archive.stamps import fact, rest_on
from stories.models import Fund, Place, Story, TaggedPlace
from stories.places import drawn, former
from stories.places.drawn import Pin

WALKED, DETOUR, FAR = 4.8, 1.3, 45
"""Kilometres in an hour on foot, how much longer streets are than a crow's way, and the
minutes from which on nobody walks."""

OURS = frozenset({"Collyhurst", "Harpurhey"})


@dataclass(frozen=True)
class Window:
    """A fund of knowledge as a window of the mill."""

    url: str
    slug: str
    label: str
    meaning: str


@dataclass(frozen=True)
class Neighbour:
    """A place near another one, and how far: kilometres as the crow flies."""

    slug: str
    name: str
    url: str
    kilometres: float

    @property
    def walk(self) -> str:
        """How far it is on foot, as one says it."""
        minutes = max(round(self.kilometres * DETOUR / WALKED * 60), 1)
        return f"{minutes} min walk" if minutes <= FAR else f"{self.kilometres:.0f} km away"


def place_or_404(slug: str) -> Place:
    """The place at that address, or the one that it is part of now.

    Raises Http404 where there never was any.
    """
    known = (place for place in gazetteer() if place.slug == slug)
    here = next(known, None) or former.now_at(slug)
    if here is None:
        raise Http404
    return here


def fund_or_404(slug: str) -> Fund:
    """The fund at that address. Raises Http404 where there is none."""
    here = next((fund for fund in funds() if fund.slug == slug), None)
    if here is None:
        raise Http404
    return here


def shelf(here: Place | Fund) -> Shelf:
    """The public memories of a place or a fund, the newest first."""
    of = f"{here._meta.model_name}:{here.pk}"
    tagged = here.tagged_stories.values("content_object")
    told = Story.objects.filter(pk__in=tagged).order_by(*NEWEST)
    return Shelf(told, (of,), known=f"told of {of}")


def gazetteer() -> list[Place]:
    """Every place by name. One query at most."""
    return fact("gazetteer", _gazetteer)


def _gazetteer() -> list[Place]:
    rest_on("places")
    return list(Place.objects.defer("introduction"))


def places() -> list[Place]:
    """Every place by name, with ``memories`` that are public. One query at most."""
    return fact("places", _places)


def _places() -> list[Place]:
    rest_on("places", "tally")
    known = Place.objects.defer("introduction")
    return list(known.annotate(memories=_public(TaggedPlace.objects.all())))


def funds() -> list[Fund]:
    """Every fund in its order. One query at most."""
    return fact("funds", _funds)


def _funds() -> list[Fund]:
    found = list(Fund.objects.defer("introduction").select_related("picture__item"))
    shown = [fund.picture for fund in found if fund.picture]
    rest_on("funds", *(f"picture:{picture.pk}" for picture in shown))
    rest_on(*(f"item:{picture.item_id}" for picture in shown))
    return found


def by_area(known: list[Place]) -> list[tuple[str, list[Place]]]:
    """Places under the name of their area, our two neighbourhoods first."""
    ordered = sorted(known, key=lambda place: (place.area not in OURS, place.area, place.name))
    return [(area, list(group)) for area, group in groupby(ordered, lambda place: place.area)]


def told() -> tuple[list[Place], list[Pin]]:
    """The places that have memories, and their pins."""
    return fact("told", _told)


def _told() -> tuple[list[Place], list[Pin]]:
    here = [place for place in places() if place.memories]
    return here, pins(here)


def pins_around(here: Place) -> list[Pin]:
    """Pins of all places, with this one marked."""
    every = fact("pins", lambda: pins(gazetteer()))
    return [replace(one, selected=True) if one.key == here.slug else one for one in every]


def pins(known: list[Place]) -> list[Pin]:
    """Pins of the places that the drawn map reaches."""
    return drawn.drawn(known, drawn.pin)


def near(place: Place, known: list[Place], most: int = 5) -> list[Neighbour]:
    """The nearest other places, the nearest first."""
    far = ((drawn.kilometres(place, other), other) for other in known if other != place)
    nearest = nsmallest(most, far, key=itemgetter(0))
    return [Neighbour(one.slug, one.name, one.get_absolute_url(), km) for km, one in nearest]


def windows(known: Iterable[Fund]) -> list[Window]:
    """Funds as the windows of the mill."""
    return [Window(f.get_absolute_url(), f.slug, f.name, f.meaning) for f in known]


def _public(tagged: QuerySet[Any]) -> Coalesce:
    """How many public memories carry the tag of the row outside."""
    public = tagged.filter(tag=OuterRef("pk"), content_object__in=Story.objects.public())
    counted = public.order_by().values("tag").annotate(count=Count("pk")).values("count")
    return Coalesce(Subquery(counted, output_field=IntegerField()), 0)
