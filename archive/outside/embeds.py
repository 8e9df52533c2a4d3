"""One memory or one showcase inside a page of somebody else's: small, and nobody's session.

These are the only pages that any site may frame. They read no cookie and set none, so they
are the same for everybody, and a browser that keeps other sites' cookies has none of ours.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from csp.decorators import csp_replace
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.clickjacking import xframe_options_exempt
from django.views.decorators.http import require_safe

from archive.outside import addresses, finding
from archive.shapes import Cover
from archive.showcases import cover_of

View = Callable[..., HttpResponse]

GONE = "archive/embed/gone.html"
EVERYBODY = {"frame-ancestors": ["*"]}


def framed(view: View) -> View:
    """Let every site frame what this view answers, and keep its answer out of caches."""

    @wraps(view)
    def answer(*args: Any, **kwargs: Any) -> HttpResponse:
        response = view(*args, **kwargs)
        response["Cache-Control"] = "no-cache"
        response["X-Robots-Tag"] = "noindex"
        return response

    opened: View = require_safe(csp_replace(EVERYBODY)(xframe_options_exempt(answer)))
    return opened


@framed
def story(request: HttpRequest, ref: str) -> HttpResponse:
    """``/embed/stories/<ref>/``: its picture, its opening, and the way to the rest."""
    record = finding.story(ref)
    if record is None:
        return _nothing(request, 410 if finding.was_taken_back(ref) else 404)
    context = {
        "title": record.title,
        "text": record.about,
        "by": record.teller,
        "facts": [fact for fact in (record.when_text, record.place_name) if fact],
        "kinds": record.kinds,
        "sound": next((item for item in record.open_items if item.kind == "audio"), None),
    }
    return _shown(request, record.url, record.open_cover, context)


@framed
def showcase(request: HttpRequest, slug: str) -> HttpResponse:
    """``/embed/showcases/<slug>/``: its cover, what it is about, and the way to it."""
    page = finding.showcase(slug)
    if page is None:
        return _nothing(request, 404)
    context = {"title": page.title, "text": page.introduction, "facts": ["A showcase"]}
    return _shown(request, page.url or "", cover_of(page.cover), context)


def _shown(
    request: HttpRequest, path: str, cover: Cover | None, context: dict[str, Any]
) -> HttpResponse:
    address = f"{addresses.site(request)}{path}"
    return render(request, "archive/embed/one.html", context | {"cover": cover, "address": address})


def _nothing(request: HttpRequest, status: int) -> HttpResponse:
    """As kind as the page itself, and as silent about what it was."""
    return render(request, GONE, {"site": addresses.site(request), "status": status}, status=status)
