"""The frame of every answer of the protocol: who may ask, in which version, and what went wrong."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, cast

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.urls import reverse

from media.limits import largest
from media.resumable import headers
from media.resumable.faults import Fault
from stories.contribute.doors import DeskRequest, View

P = ParamSpec("P")
OVERRIDES = {"HEAD", "PATCH", "DELETE"}
"""Methods that some old proxies do not let through; a client may send POST and name them."""


def tus(view: Callable[Concatenate[DeskRequest, P], HttpResponse]) -> View[P]:
    """Make a view speak tus 1.0.0. Faults become statuses, and unknown things are not found."""

    @wraps(view)
    def framed(request: HttpRequest, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        _be_what_is_meant(request)
        response = _turned_away(request)
        if response is None:
            try:
                response = view(cast(DeskRequest, request), *args, **kwargs)
            except Fault as fault:
                response = HttpResponse(status=fault.status)
            except Http404:
                response = HttpResponse(status=404)
        response["Tus-Resumable"] = headers.VERSION
        return response

    return cast(View[P], framed)


def _be_what_is_meant(request: HttpRequest) -> None:
    named = request.headers.get("X-HTTP-Method-Override", "").upper()
    if request.method == "POST" and named in OVERRIDES:
        request.method = named


def _turned_away(request: HttpRequest) -> HttpResponse | None:
    """The answer to whoever only asks what there is, is not signed in, or speaks otherwise."""
    if request.method == "OPTIONS":
        return _what_there_is()
    if not request.user.is_authenticated:
        return JsonResponse({"sign_in": reverse("account_login")}, status=403)
    if request.method != "GET" and request.headers.get("Tus-Resumable") != headers.VERSION:
        response = HttpResponse(status=412)
        response["Tus-Version"] = headers.VERSION
        return response
    return None


def _what_there_is() -> HttpResponse:
    response = HttpResponse(status=204)
    response["Tus-Version"] = headers.VERSION
    response["Tus-Extension"] = ",".join(headers.EXTENSIONS)
    response["Tus-Max-Size"] = str(largest())
    response["Tus-Checksum-Algorithm"] = ",".join(headers.ALGORITHMS)
    return response
