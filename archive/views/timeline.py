"""The timeline: how much is told of which time, down to a year, and then what is told."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from archive import decades
from archive.decades import Decade
from archive.density import Told, Years, density, stops
from archive.kept import kept
from archive.paging import page_of


@require_safe
@kept
def timeline(request: HttpRequest) -> HttpResponse:
    """``/timeline/?decade=1970s`` or ``?year=1974``; without either, every decade."""
    year = decades.read_year(request.GET.get("year", ""))
    decade = decades.read(request.GET.get("decade", ""))
    if year is not None:
        return _years(request, Decade(year // 10 * 10), year)
    if decade is not None:
        return _years(request, decade, None)
    known = density()
    context = {"stops": stops(known), "undated": known.undated}
    return render(request, "archive/timeline.html", context)


def _years(request: HttpRequest, decade: Decade, year: int | None) -> HttpResponse:
    """A decade, or a year of it: how much there is of each year, and the memories themselves."""
    known = density()
    asked = Years(decade.start, decade.start + 9) if year is None else Years(year, year)
    page = page_of(request, Told(asked, known))
    cards = list(page)
    sure = [card for card in cards if asked.hold(card)]
    context = {
        "decade": decade,
        "year": year,
        "decades": list(known.of_decades()),
        "bars": known.of_years(decade),
        "page": page,
        "sure": sure,
        "about": cards[len(sure) :],
        "query": f"year={year}" if year is not None else f"decade={decade.slug}",
    }
    return render(request, "archive/timeline_years.html", context)
