"""Which of Wagtail's sites is asked for: known until a site changes."""

from __future__ import annotations

from copy import copy
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.deprecation import MiddlewareMixin
from wagtail.models import Site

from archive.stamps import fact, rest_on

WAGTAILS_OWN = "wagtail_serve"
"""The name of the address under which Wagtail gives out its pages."""


class KnownSite(MiddlewareMixin):
    """Says it beforehand where ``Site.find_for_request`` keeps it, so that nobody asks again."""

    def process_view(self, request: HttpRequest, *_: Any) -> None:
        match = request.resolver_match
        if match and match.view_name == WAGTAILS_OWN and is_a_visitor(request):
            request._wagtail_site = _site_of(request)  # type: ignore[attr-defined]


def is_a_visitor(request: HttpRequest) -> bool:
    """Whether nobody can be signed in. Staff get pages with all that Wagtail knows of them now."""
    return settings.SESSION_COOKIE_NAME not in request.COOKIES


def _site_of(request: HttpRequest) -> Site | None:
    """A copy, because Wagtail writes down on its pages what it finds out about them.

    Of its first page nothing but where it is counts: its words are read where it is shown.
    """
    name = f"site {request.get_host()} {request.get_port()}"
    known = fact(name, lambda: _found(request))
    if known is None:
        return None
    site = copy(known)
    site.root_page = copy(known.root_page)
    return site


def _found(request: HttpRequest) -> Site | None:
    site: Site | None = Site.find_for_request(request)
    rest_on("site")
    if site is not None:
        site.root_page = site.root_page.specific
    return site
