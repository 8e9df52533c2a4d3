"""Funds of knowledge: what people here know and can do."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from archive import kindred, portraits, showcases, subjects
from archive.kept import keep, kept, of_page
from archive.paging import page_of
from archive.records import NEWEST, Shelf
from archive.stamps import fact, rest_on
from stories.models import Fund, Story, TaggedFund
from stories.querysets import StoryQuerySet


@require_safe
@kept
def funds(request: HttpRequest) -> HttpResponse:
    """``/funds/``: the windows of the mill, one for each fund."""
    return render(request, "archive/funds.html", {"funds": subjects.windows(subjects.funds())})


@require_safe
def fund(request: HttpRequest, slug: str) -> HttpResponse:
    """``/funds/<slug>/``: what it means, where it is told, and the memories that carry it."""
    known = subjects.funds()
    here = next((fund for fund in known if fund.slug == slug), None)
    if here is None:
        raise Http404
    tagged = TaggedFund.objects.filter(tag=here).values("content_object")
    told = Story.objects.filter(pk__in=tagged).public().order_by(*NEWEST)
    page = page_of(request, Shelf(told, f"fund:{here.pk}", counted=f"told of {here.pk}"))
    keep(request, of_page(page.number))
    others = subjects.windows(fund for fund in known if fund != here)
    context = {
        "fund": here,
        "picture": showcases.cover_of(here.picture),
        "page": page,
        "cards": list(page),
        "others": others,
        **(_beside(here, told) if page.number == 1 else {}),
    }
    return render(request, "archive/fund.html", context)


def _beside(fund: Fund, told: StoryQuerySet) -> dict[str, Any]:
    """What stands beside the list, on its first page."""

    def of_the_list() -> dict[str, Any]:
        rest_on(f"fund:{fund.pk}")
        newest = kindred.newest(told)
        places = kindred.places_of(newest)
        return {
            "portrait": portraits.of(told),
            "places": places,
            "pins": subjects.pins(places),
            "kindred": subjects.windows(kindred.funds_of(newest, but=fund)),
        }

    return fact(f"beside fund:{fund.pk}", of_the_list)
