"""One memory: told in its own order, with where it leads."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from archive import neighbours, records, showcases


@require_safe
def story(request: HttpRequest, slug: str, ref: str) -> HttpResponse:
    """One public memory. 404 says no more than "nothing here"; 410 is kind to old links."""
    record = records.find(ref)
    if record is None:
        return _not_here(request, ref)
    if request.path != record.url:
        return redirect(record.url, permanent=True)
    cover = record.cover
    context = {
        "record": record,
        "address": request.build_absolute_uri(record.url),
        "picture_address": request.build_absolute_uri(cover.jpeg) if cover else "",
        "showcases": showcases.telling(record),
        "beside": neighbours.of(record),
    }
    return render(request, "archive/story.html", context)


def _not_here(request: HttpRequest, ref: str) -> HttpResponse:
    """Gone for a memory that was public and was taken back. Raises Http404 for all else."""
    if records.was_taken_back(ref):
        return render(request, "410.html", status=410)
    raise Http404
