"""The map: its page, and what stands in one view of it."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from archive import subjects
from archive.kept import keep, kept
from archive.mapping import asking, page
from archive.mapping.clusters import clusters
from archive.mapping.counting import counts


@require_safe
@kept
def drawn_map(request: HttpRequest) -> HttpResponse:
    """``/map/?from=&to=&fund=&kind=&bbox=&place=``: where memories are, with the same as a list."""
    asked = asking.read_kindly(request.GET)
    counted = counts(asked)
    told = page.spots(asked, subjects.gazetteer(), counted, request.GET.get("place", ""))
    shown = [spot for spot in told if asked.shows(spot.place)]
    opened = next((spot for spot in told if spot.is_open), None)
    context = {
        "asked": asked,
        "choices": page.choices(asked),
        "spots": shown,
        "roughly": any(spot.is_estimated for spot in shown),
        "pins": page.pins(shown),
        "summary": page.summary(asked, shown, counted),
        "stack": page.stack(asked, opened) if opened else None,
        "view": page.view(asked),
        "ground": page.ground(),
    }
    return render(request, "archive/map.html", context)


@require_safe
def stories(request: HttpRequest) -> JsonResponse:
    """``/map/stories.json?bbox=&zoom=&from=&to=&fund=&kind=``: what stands in that view.

    Four queries and at most 60 kB, however many memories there are. Coordinates are WGS84
    degrees, longitude first, as in GeoJSON (RFC 7946). A view of whole tiles with
    something in it may be kept.
    """
    try:
        asked = asking.read(request.GET)
    except asking.Wrong as wrong:
        return JsonResponse({"error": str(wrong)}, status=400)
    seen = clusters(asked)
    if seen and asked.box and asked.box.is_of_whole_tiles(asked.zoom):
        keep(request, asked.query(zoom=str(asked.zoom)))
    answer = {"clusters": [one.as_json() for one in seen]}
    return JsonResponse(answer, json_dumps_params={"ensure_ascii": False})
