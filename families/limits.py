"""How many wrong codes may be typed, by one browser, from one address and from everywhere.

A whole school is one address. So a code that is right is never counted and waits for
nobody, and what is counted is more than thirty people mistype and less than a machine
needs: of eleven thousand million codes an address may try three hundred a day.
"""

from __future__ import annotations

import time

from allauth.core.internal import ratelimit
from django.core.cache import cache
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

LIMITS = {
    "browser": "12/10m/key",
    "address": "60/10m/ip,300/d/ip",
    # Once so many are wrong everywhere, somebody guesses from many addresses.
    "everywhere": "600/h/key",
    # What an address may then still mistype.
    "guarded": "10/10m/ip,30/d/ip",
}

APP = "families.codes"

TOO_OFTEN = _(
    "A lot of codes that do not work have been typed where you are. "
    "Nothing is lost, and your code still counts. Wait ten minutes, then type it again."
)


def may_try(request: HttpRequest) -> bool:
    """Whether a code may be tried now; where not, it is not even looked at."""
    asked = ["browser", "address"]
    if not _has_room(request, "everywhere"):
        asked.append("guarded")
    return all(_has_room(request, limit) for limit in asked)


def count_wrong(request: HttpRequest) -> None:
    """Count one code that was wrong, used, called back or too old; they are all the same."""
    if request.session.session_key is None:
        request.session.create()
    for limit in LIMITS:
        ratelimit.consume(
            request,
            app=APP,
            action=limit,
            config=LIMITS,
            key=_counted_by(request, limit),
            limit_get=True,
        )


def _has_room(request: HttpRequest, limit: str) -> bool:
    """Read the counter without the lock in which it is written."""
    key, now = _counted_by(request, limit), time.time()
    for rate in ratelimit.get_rates(app=APP, action=limit, config=LIMITS):
        place = ratelimit.get_cache_key(request, app=APP, action=limit, rate=rate, key=key)
        allowed, _ = ratelimit.apply_rate(list(cache.get(place, [])), now, rate, dry_run=True)
        if not allowed:
            return False
    return True


def _counted_by(request: HttpRequest, limit: str) -> str:
    """What stands for the counter where it is not the address."""
    return request.session.session_key or "new" if limit == "browser" else "all"
