"""The list of public memories: look, search, narrow down."""

from __future__ import annotations

from dataclasses import replace

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from archive import filters, suggestions
from archive.facets import facets
from archive.filters import Filters
from archive.paging import page_of
from archive.search import answer
from stories.index.finding import MOST, Found


@require_safe
def browse(request: HttpRequest) -> HttpResponse:
    """``/stories/``: everything asked for is in the address, so that it can be sent to a friend."""
    there = filters.choices()
    asked = filters.read(request.GET, there)
    answered = answer(asked)
    page = page_of(request, answered.shelf)
    context = {
        "asked": asked,
        "found": answered.found,
        "meant": _meant(asked, answered.found),
        "page": page,
        "cards": list(page),
        "facets": facets(asked, there, answered.found),
        "most": MOST,
    }
    return render(request, "archive/browse.html", context)


def _meant(asked: Filters, found: Found | None) -> str:
    return replace(asked, q=found.mended).query if found and found.mended else ""


@require_safe
def suggest(request: HttpRequest) -> JsonResponse:
    """``/stories/suggestions/?q=``: titles, places and funds that begin as somebody types."""
    return JsonResponse({"suggestions": suggestions.of(request.GET.get("q", ""))})
