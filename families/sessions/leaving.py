"""Signing out without a line: the device has forgotten who was there, and school learns it now."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse

Handler = Callable[[HttpRequest], HttpResponse]

LEAVING = "desk-leaving"
"""The cookie that a page sets when somebody signs out and the line is gone."""


class FinishLeaving:
    """Ends the session with the first request that gets through, before anything is answered."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not request.COOKIES.get(LEAVING):
            return self.get_response(request)
        logout(request)
        response = self.get_response(request)
        response.delete_cookie(LEAVING)
        return response
