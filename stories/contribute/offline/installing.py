"""The desk as an app on somebody's phone: its manifest, its worker, and the page without Wi-Fi.

These three are the same for everybody, signed in or not, and say nothing of anybody.
"""

from __future__ import annotations

import json

from django.contrib.staticfiles.storage import staticfiles_storage
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from stories.contribute.offline import shell

NAME = _("Who Do You Think You Are? Your desk")
SHORT_NAME = _("My desk")
ABOUT = _("Gather what Collyhurst and Harpurhey remember.")
PAPER = "#F7F2E8"
BRICK = "#9E3B2C"
ICONS = [("icon-192.png", 192, "any"), ("icon-512.png", 512, "any")]
ICONS += [("icon-maskable-512.png", 512, "maskable")]


@require_safe
def manifest(request: HttpRequest) -> HttpResponse:
    """What a phone asks before it puts the desk among its apps (W3C Web App Manifest)."""
    desk = reverse("desk")
    said = {
        "id": desk,
        "name": str(NAME),
        "short_name": str(SHORT_NAME),
        "description": str(ABOUT),
        "lang": get_language(),
        "start_url": desk,
        "scope": desk,
        "display": "standalone",
        "background_color": PAPER,
        "theme_color": BRICK,
        "icons": [_icon(*icon) for icon in ICONS],
    }
    return _fresh(JsonResponse(said, content_type="application/manifest+json"))


def _icon(name: str, size: int, purpose: str) -> dict[str, str]:
    return {
        "src": staticfiles_storage.url(f"design/img/{name}"),
        "sizes": f"{size}x{size}",
        "type": "image/png",
        "purpose": purpose,
    }


@require_safe
def worker(request: HttpRequest) -> HttpResponse:
    """The service worker. It stands below ``/desk/``, so that is all it may look after."""
    code = staticfiles_storage.url(shell.WORKER)
    script = f"self.SHELL = {json.dumps(shell.told())};\nimportScripts({json.dumps(code)});\n"
    return _fresh(HttpResponse(script, content_type="text/javascript; charset=utf-8"))


@require_safe
def offline(request: HttpRequest) -> HttpResponse:
    """What is shown where there is no line; a script fills in what this device keeps."""
    return _fresh(render(request, "stories/desk/offline/page.html"))


def _fresh(response: HttpResponse) -> HttpResponse:
    """Asked for again each time, so that a new release is seen at once."""
    response["Cache-Control"] = "no-cache"
    return response
