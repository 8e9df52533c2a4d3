"""QR codes of public addresses, for posters, walls and the backs of photographs."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from archive.outside import addresses
from families import qr

LASTS = 24 * 60 * 60
"""Seconds that a browser keeps one: the same address always has the same code."""


@require_safe
def code(request: HttpRequest) -> HttpResponse:
    """``/qr/?to=/places/sandhills/``: the code of one of our own addresses, as SVG.

    400 for anything but a path: a code from here never leads anywhere else.
    """
    path = request.GET.get("to", "")
    if not addresses.is_a_path(path):
        return HttpResponse(
            "Say which page: /qr/?to=/places/\n", status=400, content_type="text/plain"
        )
    drawn = qr.svg(f"{addresses.site(request)}{path}")
    response = HttpResponse(drawn, content_type="image/svg+xml")
    response["Cache-Control"] = f"public, max-age={LASTS}"
    return response
