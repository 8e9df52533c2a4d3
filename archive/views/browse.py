"""The list of public memories: look, search, narrow down."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from django.http import HttpRequest, HttpResponse, JsonResponse, QueryDict
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers
from django_htmx.middleware import HtmxDetails

from archive import filters, suggestions
from archive.curating import tray
from archive.facets import facets
from archive.filters import Filters
from archive.kept import keep, of_page
from archive.paging import page_of
from archive.permissions import is_curator
from archive.search import answer
from stories.index.finding import MOST, Found
from stories.places import former

WHOLE, PART = "archive/browse.html", "archive/browse_part.html"


@require_safe
@vary_on_headers("HX-Request")
def browse(request: HttpRequest) -> HttpResponse:
    """``/stories/``: everything asked for is in the address, so that it can be sent to a friend.

    To htmx it answers with what changes on the page alone.
    """
    there = filters.choices()
    if moved := _moved(request.GET, {place.slug for place in there.places}):
        return redirect(f"{request.path}?{moved}", permanent=True)
    asked = filters.read(request.GET, there)
    answered = answer(asked)
    page = page_of(request, answered.shelf)
    cards = list(page)
    if asked.is_usual:
        keep(request, of_page(page.number, asked.query))
    context = {
        "asked": asked,
        "found": answered.found,
        "meant": _meant(asked, answered.found),
        "page": page,
        "cards": cards,
        "extracts": [card.found for card in cards],
        "facets": facets(asked, there, answered.found),
        "most": MOST,
        "tray": tray.refs_in(request.user) if is_curator(request.user) else None,
    }
    return render(request, PART if _changes(request) else WHOLE, context)


def _changes(request: HttpRequest) -> bool:
    """Whether the page is there already; on the way back it may not be."""
    asked = HtmxDetails(request)
    return bool(asked) and not asked.history_restore_request


def _moved(asked: QueryDict, known: Collection[str]) -> str:
    """The same question, encoded, with today's places; "" where none of them has moved."""
    slugs = asked.getlist("place")
    now = former.moved(set(slugs) - set(known)) if set(slugs) - set(known) else {}
    if not now:
        return ""
    again = asked.copy()
    again.setlist("place", list(dict.fromkeys(now.get(slug, slug) for slug in slugs)))
    return again.urlencode()


def _meant(asked: Filters, found: Found | None) -> str:
    return replace(asked, q=found.mended).query if found and found.mended else ""


@require_safe
def suggest(request: HttpRequest) -> JsonResponse:
    """``/stories/suggestions/?q=``: titles, places and funds that begin as somebody types."""
    return JsonResponse({"suggestions": suggestions.of(request.GET.get("q", ""))})
