"""Kept pages given out before Django is asked at all."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from django.conf import settings
from django.db import DatabaseError, connection

from archive.kept.pages import PAGES, Page, address_of

Application = Callable[[dict[str, Any], Any], Iterable[bytes]]


class Doorstep:
    """Around the WSGI application: nearly all that a page costs is making it."""

    def __init__(self, application: Application) -> None:
        self.application = application

    def __call__(self, environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        page = _kept(environ)
        if page is None:
            return self.application(environ, start_response)
        if page.is_known_by(environ):
            named = [pair for pair in page.headers if not pair[0].startswith("Content-")]
            start_response("304 Not Modified", named)
            return ()
        start_response("200 OK", list(page.headers))
        return () if environ["REQUEST_METHOD"] == "HEAD" else (page.body,)


def _kept(environ: dict[str, Any]) -> Page | None:
    """Where the database cannot be asked, Django says so in its own way."""
    address = address_of(environ) if settings.KEPT_PAGES else None
    if address is None or address not in PAGES.known:
        return None
    try:
        return PAGES.find(address)
    except DatabaseError:
        connection.close()
        return None
