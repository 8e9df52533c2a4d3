"""A random walk: on to another memory, which shares something with the last one."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from archive import walking


@require_safe
@never_cache
def walk(request: HttpRequest) -> HttpResponse:
    """``/walk/?from=<ref>&seen=<ref>.<ref>``: another memory each time; the list where none is."""
    seen = walking.trail(request.GET)
    story = walking.step(seen)
    answer = redirect(f"{story.get_absolute_url()}{walking.carried(seen)}" if story else "stories")
    answer["X-Robots-Tag"] = "noindex, nofollow"
    return answer
