"""Gives out kept pages, and keeps those that may be kept."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from archive import stamps
from archive.kept.marking import MARK
from archive.kept.pages import PAGES, READS, Address, Page, address_of, made

Handler = Callable[[HttpRequest], HttpResponse]

READING = "_read_for"


class KeptPages:
    """The outermost of all, so that what is kept is the answer as it leaves the house.

    Who has a session, or any cookie that might say who they are, never meets it.
    """

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        # Wagtail's previews and drafts that are shared go to the address of the page itself.
        if request.method not in READS or getattr(request, "is_dummy", False):
            return self.get_response(request)
        address = address_of(request.META) if settings.KEPT_PAGES else None
        if address is None:
            with stamps.reading():
                return self.get_response(request)
        page = PAGES.find(address)
        return _answer(page, request) if page else self._made(request, address)

    def _made(self, request: HttpRequest, address: Address) -> HttpResponse:
        with stamps.reading() as reading:
            setattr(request, READING, reading)
            response = self.get_response(request)
        if request.method == "GET" and hasattr(request, MARK):
            page = made(response, reading)
            if page is not None:
                PAGES.put(address, page)
        return response

    def process_view(self, request: HttpRequest, *_: Any) -> None:
        """Ask for the moment first: what changes while the page is made is newer than the page.

        Whatever is answered without a view, a style or a picture of ours, asks no database.
        """
        if reading := getattr(request, READING, None):
            _ = reading.moment


def _answer(page: Page, request: HttpRequest) -> HttpResponse:
    is_known = page.is_known_by(request.META)
    body = b"" if is_known or request.method == "HEAD" else page.body
    response = HttpResponse(body, status=304 if is_known else 200)
    del response["Content-Type"]
    for name, value in page.headers:
        if not (is_known and name.startswith("Content-")):
            response[name] = value
    return response
