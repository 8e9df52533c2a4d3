"""Places: the list of them, and each place with its memories."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from archive import kindred, portraits, subjects
from archive.kept import keep, kept, of_page
from archive.paging import page_of
from archive.stamps import fact, rest_on
from stories.models import Place
from stories.places import drawn
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
    here = subjects.place_or_404(slug)
    if here.slug != slug:
        return redirect(here, permanent=True)
    told = subjects.shelf(here)
    page = page_of(request, told)
    keep(request, of_page(page.number))
    context = {
        "place": here,
        "page": page,
        "cards": list(page),
        **fact(f"around place:{here.pk}", lambda: _around(here)),
        **(_beside(here, told.stories) if page.number == 1 else {}),
    }
    return render(request, "archive/place.html", context)


def _around(here: Place) -> dict[str, Any]:
    return {
        "near": subjects.near(here, subjects.gazetteer()),
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
