"""Lets whoever hears a memory back be sent its pictures and sounds, and nobody else's."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse

from families.giving import sitting as sittings
from families.giving.doors import is_somebody_else
from families.middleware import Handler
from families.roles import Anybody

FILES = "/files/"
ATTRIBUTE = "hears_back"


class WhoHearsBack:
    """For the one door: notes on the visitor which memory their sitting plays to them.

    Whoever is asked may have no account, and the door asks only who somebody is.
    """

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.path.startswith(FILES):
            sitting = sittings.of(request)
            if sitting and sitting.story_ref and not is_somebody_else(request, sitting):
                setattr(request.user, ATTRIBUTE, (sitting.person_id, sitting.story_ref))
        return self.get_response(request)


def heard_by(user: Anybody) -> tuple[int, str] | None:
    """The key of the person, and the ref of the memory about them, that is played now."""
    heard: tuple[int, str] | None = getattr(user, ATTRIBUTE, None)
    return heard
