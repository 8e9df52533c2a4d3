"""The list of public memories: look, search, narrow down."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from archive import decades, filters, subjects
from archive.curating import tray
from archive.paging import page_of
from archive.permissions import is_curator
from archive.records import Shelf
from stories.models import Story
from stories.models.states import Context


@require_safe
def browse(request: HttpRequest) -> HttpResponse:
    """``/stories/``: everything asked for is in the address, so that it can be sent to a friend."""
    places, funds = subjects.places(), subjects.funds()
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
        "tray": tray.refs_in(request.user) if is_curator(request.user) else None,
    }
    return render(request, "archive/browse.html", context)
