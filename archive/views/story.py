"""One memory: told in its own order, with where it leads."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from archive import neighbours, records, showcases
from archive.kept import kept
from families.roles import Anybody
from stories import access
from stories.models import Story


@require_safe
@kept
def story(request: HttpRequest, slug: str, ref: str) -> HttpResponse:
    """One public memory. 404 says no more than "nothing here"; 410 is kind to old links."""
    record = records.find(ref)
    if record is None:
        return _not_here(request, ref)
    if request.path != record.url:
        return redirect(record.url, permanent=True)
    context = {
        "record": record,
        "address": request.build_absolute_uri(record.url),
        "showcases": showcases.telling(record),
        "beside": neighbours.of(record),
        **_say(request.user, ref),
    }
    return render(request, "archive/story.html", context)


def _say(user: Anybody, ref: str) -> dict[str, Any]:
    """For whoever has a say in it: the memory itself, so that they can hide it from here."""
    if not user.is_authenticated:
        return {}
    story = Story.objects.filter(ref=ref).public().first()
    if story is None or not access.has_a_say(user, story):
        return {}
    return {"own_story": story, "may_delete": access.may_delete(user, story)}


def _not_here(request: HttpRequest, ref: str) -> HttpResponse:
    """Gone for a memory that was public and was taken back. Raises Http404 for all else."""
    if records.was_taken_back(ref):
        return render(request, "410.html", status=410)
    raise Http404
