"""Pages made small for slow lines. Files of people go through the door as they are."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.middleware.gzip import GZipMiddleware

PAGES = ("text/html", "application/json")


class CompressPages(GZipMiddleware):
    """Django's own, which hides how long a page is (BREACH: Heal the Breach), for pages only.

    Tokens against forged requests are masked anew in every page, so their length tells nothing
    either. A film would be compressed for nothing and could not be asked for in ranges.
    """

    def process_response(
        self, request: HttpRequest, response: HttpResponseBase
    ) -> HttpResponseBase:
        kind = response.get("Content-Type", "").partition(";")[0]
        if not isinstance(response, HttpResponse) or kind not in PAGES:
            return response
        return super().process_response(request, response)
