"""The list of public memories: look, search, narrow down."""

from __future__ import annotations

from collections.abc import Collection

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from archive import decades, filters, subjects
from archive.paging import page_of
from archive.records import Shelf
from stories.models import Story
from stories.models.states import Context
from stories.places import former


@require_safe
def browse(request: HttpRequest) -> HttpResponse:
    """``/stories/``: everything asked for is in the address, so that it can be sent to a friend."""
    places, funds = subjects.places(), subjects.funds()
    if moved := _moved(request.GET, {place.slug for place in places}):
        return redirect(f"{request.path}?{moved}", permanent=True)
    asked = filters.read(request.GET, places=places, funds=funds)
    page = page_of(request, Shelf(asked.apply(Story.objects.all())))
    context = {
        "asked": asked,
        "page": page,
        "cards": list(page),
        "areas": subjects.by_area([p for p in places if p.memories or p in asked.places]),
        "funds": [fund for fund in funds if fund.memories or fund in asked.funds],
        "kinds": filters.KINDS,
        "contexts": Context.choices,
        "decades": decades.known(),
        "sorts": filters.SORTS,
    }
    return render(request, "archive/browse.html", context)


def _moved(asked: QueryDict, known: Collection[str]) -> str:
    """The same question, encoded, with today's places; "" where none of them has moved."""
    slugs = asked.getlist("place")
    now = former.moved(set(slugs) - set(known)) if set(slugs) - set(known) else {}
    if not now:
        return ""
    again = asked.copy()
    again.setlist("place", list(dict.fromkeys(now.get(slug, slug) for slug in slugs)))
    return again.urlencode()
