"""Places: the list of them, and each place with its memories."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from archive import kindred, portraits, subjects
from archive.kept import keep, kept, of_page
from archive.paging import page_of
from archive.records import NEWEST, Shelf
from archive.stamps import fact, rest_on
from stories.models import Place, Story, TaggedPlace
from stories.places import drawn, former
from stories.querysets import StoryQuerySet


@require_safe
@kept
def places(request: HttpRequest) -> HttpResponse:
    """``/places/``: every place by its area, beside the map."""
    known = subjects.places()
    context = {"areas": subjects.by_area(known), "pins": subjects.pins(known)}
    return render(request, "archive/places.html", context)


@require_safe
def place(request: HttpRequest, slug: str) -> HttpResponse:
    """``/places/<slug>/``: where it is, what is near, and what people remember of it."""
    known = subjects.gazetteer()
    here = next((place for place in known if place.slug == slug), None)
    if here is None:
        return _moved(slug)
    tagged = TaggedPlace.objects.filter(tag=here).values("content_object")
    told = Story.objects.filter(pk__in=tagged).public().order_by(*NEWEST)
    page = page_of(request, Shelf(told, f"place:{here.pk}", counted=f"told at {here.pk}"))
    keep(request, of_page(page.number))
    context = {
        "place": here,
        "page": page,
        "cards": list(page),
        **fact(f"around place:{here.pk}", lambda: _around(here, known)),
        **(_beside(here, told) if page.number == 1 else {}),
    }
    return render(request, "archive/place.html", context)


def _around(here: Place, known: list[Place]) -> dict[str, Any]:
    rest_on("places")
    return {
        "near": subjects.near(here, known),
        "pins": subjects.pins_around(here),
        "view": drawn.view_around(here),
    }


def _beside(here: Place, told: StoryQuerySet) -> dict[str, Any]:
    """What stands beside the list, on its first page."""

    def of_the_list() -> dict[str, Any]:
        rest_on(f"place:{here.pk}")
        carried = kindred.funds_of(kindred.newest(told))
        return {"portrait": portraits.of(told), "funds": subjects.windows(carried)}

    return fact(f"beside place:{here.pk}", of_the_list)


def _moved(slug: str) -> HttpResponse:
    """To the place that it is part of now, for good. Raises Http404 where there was none."""
    now = former.now_at(slug)
    if now is None:
        raise Http404
    return redirect(now, permanent=True)
