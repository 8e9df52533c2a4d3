"""Funds of knowledge: what people here know and can do."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from archive import showcases, subjects
from archive.kept import keep, kept, of_page
from archive.paging import page_of
from archive.records import NEWEST, Shelf
from stories.models import Story


@require_safe
@kept
def funds(request: HttpRequest) -> HttpResponse:
    """``/funds/``: the windows of the mill, one for each fund."""
    return render(request, "archive/funds.html", {"funds": subjects.windows(subjects.funds())})


@require_safe
def fund(request: HttpRequest, slug: str) -> HttpResponse:
    """``/funds/<slug>/``: what it means, and the memories that carry it."""
    known = subjects.funds()
    here = next((fund for fund in known if fund.slug == slug), None)
    if here is None:
        raise Http404
    told = Story.objects.filter(tagged_funds__tag=here).order_by(*NEWEST)
    page = page_of(request, Shelf(told, f"fund:{here.pk}"))
    keep(request, of_page(page.number))
    others = subjects.windows(fund for fund in known if fund != here)
    context = {
        "fund": here,
        "picture": showcases.cover_of(here.picture),
        "page": page,
        "cards": list(page),
        "others": others,
    }
    return render(request, "archive/fund.html", context)
