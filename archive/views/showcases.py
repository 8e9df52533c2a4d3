"""What stands beside a showcase under addresses of files, which Wagtail’s tree does not give."""

from __future__ import annotations

import json

from django.contrib.staticfiles.storage import staticfiles_storage
from django.http import HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from archive.copies import asking, offline
from archive.models import ShowcasePage

WORKER = "design/js/slides-worker.js"


def _public(slug: str) -> ShowcasePage:
    page: ShowcasePage = get_object_or_404(ShowcasePage.objects.live(), slug=slug)
    return page


@require_safe
def copy(request: HttpRequest, slug: str, name: str) -> HttpResponseBase:
    """A showcase on paper, or for a memory stick."""
    return asking.answer(request, _public(slug), name)


@require_safe
def worker(request: HttpRequest, slug: str) -> HttpResponse:
    """The service worker of the slides. It stands below them, so that is all it looks after.

    It is there for a showcase that has gone as well, because that is what it has to find out.
    """
    code = json.dumps(staticfiles_storage.url(WORKER))
    script = f"importScripts({code});\n"
    return _fresh(HttpResponse(script, content_type="text/javascript; charset=utf-8"))


@require_safe
def kept_files(request: HttpRequest, slug: str) -> HttpResponse:
    """What a device may keep of the slides now; 404 where it may keep nothing any more."""
    return _fresh(JsonResponse(offline.told(_public(slug))))


def _fresh(response: HttpResponse) -> HttpResponse:
    """Asked for again each time, so that a memory that is taken back is soon gone."""
    response["Cache-Control"] = "no-cache"
    return response
