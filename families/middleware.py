"""What must not stay in a cache."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

Handler = Callable[[HttpRequest], HttpResponse]


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
