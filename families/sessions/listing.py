"""Where you are signed in, and signing out there."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from allauth.usersessions.models import UserSession
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from families.sessions import devices, idle
from families.sessions.ending import end_all


@dataclass(frozen=True)
class Place:
    """A browser in which somebody is signed in."""

    pk: int
    device: str
    since: datetime
    used: datetime
    is_here: bool


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def sessions(request: HttpRequest) -> HttpResponse:
    """List the places; end one (``end``: its number) or all but this (``end``: "others")."""
    if request.method == "POST":
        return _end(request)
    places = _places(request)
    return render(request, "usersessions/usersession_list.html", {"places": places})


def _end(request: HttpRequest) -> HttpResponse:
    which = request.POST.get("end", "")
    here = request.session.session_key
    if which == "others":
        end_all(request.user, keep=here)
        messages.success(request, _("You are signed out everywhere else."))
    else:
        mine = UserSession.objects.filter(user_id=request.user.pk).exclude(session_key=here)
        number = int(which) if which.isdecimal() and len(which) <= len(str(2**62)) else 0
        get_object_or_404(mine, pk=number).end()
        messages.success(request, _("You are signed out there."))
    return redirect("usersessions_list")


def _places(request: HttpRequest) -> list[Place]:
    """The newest first; what has ended by itself is cleared away."""
    found = []
    for session in UserSession.objects.purge_and_list(request.user):
        kept = session._session_store(session.session_key).load()
        if idle.is_over(kept):
            session.end()
        else:
            found.append(_place(session, kept, request.session.session_key))
    return sorted(found, key=lambda place: (place.is_here, place.used), reverse=True)


def _place(session: Any, kept: dict[str, Any], here: str | None) -> Place:
    used = kept.get(idle.SEEN, session.created_at.timestamp())
    return Place(
        pk=session.pk,
        device=devices.said(session.user_agent),
        since=session.created_at,
        used=datetime.fromtimestamp(used, tz=UTC),
        is_here=session.session_key == here,
    )
