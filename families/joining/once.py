"""A form that is sent twice, by a reload or an impatient thumb, counts once."""

from __future__ import annotations

import secrets

from django.http import HttpRequest

STAMPS = "stamps"
KEPT = 20


def stamp() -> str:
    """A mark for one showing of a form."""
    return secrets.token_urlsafe(9)


def is_first(request: HttpRequest) -> bool:
    """Whether this showing of the form is sent for the first time; remembers that it was."""
    mark, seen = request.POST.get("once", ""), request.session.get(STAMPS, [])
    if mark in seen:
        return False
    request.session[STAMPS] = [*seen, mark][-KEPT:]
    return True
