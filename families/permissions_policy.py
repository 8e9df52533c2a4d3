"""What of a device a page may use: nothing, unless its view says so (W3C Permissions Policy)."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse

Handler = Callable[[HttpRequest], HttpResponse]

HEADER = "Permissions-Policy"
CLOSED = (
    "camera",
    "display-capture",
    "geolocation",
    "microphone",
    "midi",
    "payment",
    "usb",
)
"""Nobody's position is ever asked for; eyes and ears open on the pages that record."""


def _policy(*opened: str) -> str:
    return ", ".join(f"{name}=({'self' if name in opened else ''})" for name in CLOSED)


def may_use(*names: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Let the page of this view, and no frame inside it, use for example ``"microphone"``."""
    if unknown := set(names) - set(CLOSED):
        raise ValueError(f"Not closed anywhere, so not to be opened: {sorted(unknown)}")

    def opened(view: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(view)
        def answer(*args: Any, **kwargs: Any) -> Any:
            response = view(*args, **kwargs)
            response[HEADER] = _policy(*names)
            return response

        return answer

    return opened


class Closed:
    """Middleware: closes on every page what no view has opened for it."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if not response.has_header(HEADER):
            response[HEADER] = _policy()
        return response
