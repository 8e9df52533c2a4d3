"""Funds of knowledge: what people here know and can do."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from archive import kindred, portraits, showcases, subjects
from archive.paging import page_of
from archive.records import NEWEST, Shelf
from stories.models import Fund, Story, TaggedFund
from stories.querysets import StoryQuerySet


@require_safe
def funds(request: HttpRequest) -> HttpResponse:
    """``/funds/``: the windows of the mill, one for each fund."""
    return render(request, "archive/funds.html", {"funds": subjects.windows(subjects.funds())})


@require_safe
def fund(request: HttpRequest, slug: str) -> HttpResponse:
    """``/funds/<slug>/``: what it means, where it is told, and the memories that carry it."""
    here = get_object_or_404(Fund.objects.select_related("picture__item"), slug=slug)
    tagged = TaggedFund.objects.filter(tag=here).values("content_object")
    told = Story.objects.filter(pk__in=tagged).public().order_by(*NEWEST)
    page = page_of(request, Shelf(told))
    others = subjects.windows(fund for fund in subjects.funds() if fund != here)
    context = {
        "fund": here,
        "picture": showcases.cover_of(here.picture),
        "page": page,
        "cards": list(page),
        "others": others,
        **(_told_of(here, told) if page.number == 1 else {}),
    }
    return render(request, "archive/fund.html", context)


def _told_of(fund: Fund, told: StoryQuerySet) -> dict[str, Any]:
    """What stands beside the list, on its first page."""
    newest = kindred.newest(told)
    places = kindred.places_of(newest)
    return {
        "portrait": portraits.of(told),
        "places": places,
        "pins": subjects.pins(places),
        "kindred": subjects.windows(kindred.funds_of(newest, but=fund)),
    }
