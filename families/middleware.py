"""What must not stay in a cache, and what is the same for everybody."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_vary_headers

Handler = Callable[[HttpRequest], HttpResponse]

FOR_EVERYBODY = ("/embed/", "/oembed/")
"""Beginnings of the addresses that other sites show inside their own pages."""


class ForEverybodyAlike:
    """Answers what other sites show without looking who asks: no cookie comes in, none goes out.

    It stands before the session, so that whoever is signed in here is nobody there.
    """

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not request.path_info.startswith(FOR_EVERYBODY):
            return self.get_response(request)
        request.COOKIES = {}
        response = self.get_response(request)
        response.cookies.clear()
        varies = [name.strip() for name in response.get("Vary", "").split(",")]
        del response["Vary"]
        patch_vary_headers(response, [name for name in varies if name not in ("", "Cookie")])
        return response


class PrivateUnlessPublic:
    """Keeps every page out of shared caches, and a signed-in person's page out of all of them.

    A school Chromebook is used by the next student a minute later, so the back
    button must not show the last one's desk. A view that sets ``Cache-Control``
    itself, as the door for media does, has decided and is left alone.
    """

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if not response.has_header("Cache-Control"):
            signed_in = request.user.is_authenticated
            response["Cache-Control"] = "private, no-store" if signed_in else "no-cache"
        return response
