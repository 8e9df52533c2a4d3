"""How many wrong passwords may be typed, for one name, from one address and from everywhere.

A whole school is one address, and a name is no secret in a class. So a password that
is right is never counted; what is wrong is counted for this name at this address; and a
browser in which somebody has signed in before has a count of its own, which nobody else
can use up (OWASP, "Slow Down Online Guessing Attacks with Device Cookies").
"""

from __future__ import annotations

import secrets
import time
from typing import Any

from allauth.core.internal import ratelimit
from django.conf import settings
from django.core import signing
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _

LIMITS = {
    "name_here": "5/5m/key",
    # Thirty students of whom ten mistype twice are twenty in a minute.
    "address": "60/m/ip,1000/d/ip",
    # A name that is guessed at from many addresses at once.
    "name_everywhere": "60/h/key",
}
APP = "families.sign_in"

TOO_OFTEN = _(
    "That has been tried too often from here. Nothing is lost. "
    "Wait five minutes, then try again. "
    "If you forgot your password, ask your teacher for a new one."
)

COOKIE = "been_here"
LASTS = 90 * 24 * 60 * 60  # seconds
NAMES = 60
"""Names that one browser remembers; more than sit at one Chromebook in a week."""


def is_refused(request: HttpRequest, name: str) -> bool:
    """Whether no password for this name is looked at now."""
    return not all(_has_room(request, limit, name) for limit in _counted(request, name))


def count_wrong(request: HttpRequest, name: str) -> None:
    """Count one wrong password; whether there is such a name makes no difference."""
    for limit in _counted(request, name):
        ratelimit.consume(
            request, app=APP, action=limit, config=LIMITS, key=_key(request, limit, name)
        )


def remember_browser(request: HttpRequest, response: HttpResponse, name: str) -> None:
    """Give this browser a count of its own for the name that has just signed in here."""
    known = _known(request)
    mark = _mark(name)
    names = [mark, *(one for one in known["names"] if one != mark)][:NAMES]
    response.set_cookie(
        COOKIE,
        signing.dumps({"id": known["id"], "names": names}, salt=APP),
        max_age=LASTS,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )


def _counted(request: HttpRequest, name: str) -> list[str]:
    """What others do at this address or to this name does not count against a known browser."""
    return ["name_here"] if _is_known(request, name) else list(LIMITS)


def _has_room(request: HttpRequest, limit: str, name: str) -> bool:
    """Read the counter without the lock in which it is written: nobody waits for anybody."""
    key, now = _key(request, limit, name), time.time()
    for rate in ratelimit.get_rates(app=APP, action=limit, config=LIMITS):
        place = ratelimit.get_cache_key(request, app=APP, action=limit, rate=rate, key=key)
        allowed, _ = ratelimit.apply_rate(list(cache.get(place, [])), now, rate, dry_run=True)
        if not allowed:
            return False
    return True


def _key(request: HttpRequest, limit: str, name: str) -> str:
    if limit == "name_everywhere":
        return _mark(name)
    known = _is_known(request, name)
    return f"{_mark(name)}@{_known(request)['id'] if known else ratelimit.get_ip(request)}"


def _is_known(request: HttpRequest, name: str) -> bool:
    return _mark(name) in _known(request)["names"]


def _known(request: HttpRequest) -> dict[str, Any]:
    """What this browser's cookie says; a forged or an old one says nothing."""
    try:
        said: dict[str, Any] = signing.loads(
            request.COOKIES.get(COOKIE, ""), salt=APP, max_age=LASTS
        )
    except signing.BadSignature:
        return {"id": secrets.token_urlsafe(12), "names": []}
    return said


def _mark(name: str) -> str:
    """Stands for a name where the name itself is nobody's business."""
    return salted_hmac(APP, name.strip().casefold(), algorithm="sha256").hexdigest()[:20]
