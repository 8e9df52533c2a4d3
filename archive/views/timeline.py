"""The timeline: what people remember, ten years at a time."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from archive import decades
from archive.kept import kept


@require_safe
@kept
def timeline(request: HttpRequest) -> HttpResponse:
    """``/timeline/``: each decade with its first memories, and the way to the rest."""
    context = {"stops": decades.stops(), "undated": decades.undated()}
    return render(request, "archive/timeline.html", context)
