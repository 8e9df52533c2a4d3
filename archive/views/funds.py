"""Funds of knowledge: what people here know and can do."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from archive import kindred, portraits, showcases, subjects
from archive.kept import keep, kept, of_page
from archive.paging import page_of
from archive.stamps import fact, rest_on
from stories.models import Fund
from stories.querysets import StoryQuerySet


@require_safe
@kept
def funds(request: HttpRequest) -> HttpResponse:
    """``/funds/``: the windows of the mill, one for each fund."""
    return render(request, "archive/funds.html", {"funds": subjects.windows(subjects.funds())})


@require_safe
def fund(request: HttpRequest, slug: str) -> HttpResponse:
    """``/funds/<slug>/``: what it means, where it is told, and the memories that carry it."""
    here = subjects.fund_or_404(slug)
    told = subjects.shelf(here)
    page = page_of(request, told)
    keep(request, of_page(page.number))
    others = subjects.windows(fund for fund in subjects.funds() if fund != here)
    context = {
        "fund": here,
        "picture": showcases.cover_of(here.picture),
        "page": page,
        "cards": list(page),
        "others": others,
        **(_beside(here, told.stories) if page.number == 1 else {}),
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
