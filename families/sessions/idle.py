"""A session that nobody uses ends: soon on a shared computer, after a school day on one's own."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Mapping
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

Handler = Callable[[HttpRequest], HttpResponse]

IDLE = "idle"
"""Where a session keeps how many seconds it may go unused."""
SEEN = "seen"
"""Where it keeps when it was used last (seconds since 1970)."""
OWN = "own_device"

GRAIN = 60
"""Seconds after which a use is written down again: one write a minute, not one a page."""

AWAY = _("You were away for a while, so we signed you out. Nobody else can see your desk.")
SAVED = format_lazy(_("What was on your screen is saved. {away}"), away=AWAY)


def say_whose(request: HttpRequest, *, own: bool) -> None:
    """Note whose device this is, until the sign-in that has begun is over."""
    request.session[OWN] = own


def begin(request: HttpRequest, **_: Any) -> None:
    """Start counting, whichever way somebody came in. Nobody said "mine": it is shared."""
    own = request.session.pop(OWN, False) or request.POST.get("remember") == "on"
    request.session[IDLE] = settings.SESSION_COOKIE_AGE if own else settings.SESSION_IDLE_SHARED
    # On a shared computer the cookie goes when the browser is closed.
    request.session.set_expiry(settings.SESSION_COOKIE_AGE if own else 0)
    use(request)


def use(request: HttpRequest) -> None:
    """Somebody is there: start counting again."""
    request.session[SEEN] = int(time.time())


def is_over(session: Mapping[str, Any] | Any) -> bool:
    """Whether it has gone unused for too long."""
    unused = time.time() - session.get(SEEN, time.time())
    return bool(unused > session.get(IDLE, settings.SESSION_COOKIE_AGE))


class EndIdle:
    """Ends what nobody uses before anything is answered in its name.

    One thing is still done: what somebody typed and sends only now is kept, because a
    browser without scripts has saved none of it.
    """

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if settings.SESSION_COOKIE_NAME not in request.COOKIES or SEEN not in request.session:
            return self.get_response(request)
        if is_over(request.session):
            return self._ended(request)
        if time.time() - request.session[SEEN] >= GRAIN:
            use(request)
        return self.get_response(request)

    def _ended(self, request: HttpRequest) -> HttpResponse:
        if request.method == "POST" and _keeps_words(request.path_info):
            response = self.get_response(request)
            logout(request)
            if "Location" not in response:
                return response
            messages.info(request, SAVED)
            return redirect_to_login(request.path)
        logout(request)
        if request.headers.get("Accept") != "application/json":
            messages.info(request, AWAY)
        return self.get_response(request)


def _keeps_words(path: str) -> bool:
    return any(re.fullmatch(pattern, path) for pattern in settings.SESSION_IDLE_SAVES)
