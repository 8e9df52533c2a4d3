"""What is remembered of somebody at the door, from one page to the next.

Never the code: a link leaves its hash for the moment of one redirect, and a code that
was right leaves the number of its invitation, which opens nothing without this session.
"""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from families import invitations, limits
from families.codes import keyed_hash
from families.models import Invitation

KNOCKED, STATE = "knocked", "joining"
KIND = Invitation.Kind.FAMILY

NO_SUCH_CODE = _(
    "That code does not open anything here. Look at each letter again, or ask for a new invitation."
)
"""One sentence for a code that is wrong, used up, called back or too old."""


class Refused(Exception):
    """The door stays closed. ``str()`` is for the screen, ``http_status`` for the browser."""

    def __init__(self, sentence: str, status: int = 422) -> None:
        super().__init__(sentence)
        self.http_status = status


def knock(request: HttpRequest, code: str) -> None:
    """Remember a code that stood in an address, until the next page."""
    request.session[KNOCKED] = keyed_hash(code)


def answer(request: HttpRequest) -> None:
    """Try the code of a link. Raises ``Refused``."""
    if code_hash := request.session.pop(KNOCKED, ""):
        _try(request, code_hash)


def type_in(request: HttpRequest, code: str) -> None:
    """Try a code that was typed. Raises ``Refused``."""
    _try(request, keyed_hash(code))


def _try(request: HttpRequest, code_hash: str) -> None:
    if not limits.may_try(request):
        raise Refused(str(limits.TOO_OFTEN), 429)
    invitation = invitations.find_hashed(code_hash, kind=KIND)
    if invitation is None:
        limits.count_wrong(request)
        raise Refused(str(NO_SUCH_CODE))
    remember(request, invitation=invitation.pk)


def at_hand(request: HttpRequest) -> Invitation | None:
    """The invitation whose code was right in this browser, while it is open."""
    number = told(request).get("invitation")
    if number is None:
        return None
    found = invitations.open_ones().select_related("school", "family")
    return found.filter(pk=number, kind=KIND).first()


def told(request: HttpRequest) -> dict[str, Any]:
    """What somebody has said so far; kept when an invitation runs out meanwhile."""
    said: dict[str, Any] = request.session.get(STATE, {})
    return said


def remember(request: HttpRequest, **said: Any) -> None:
    request.session[STATE] = told(request) | said


def put_away(request: HttpRequest) -> None:
    """Give the invitation back, as when somebody has another one."""
    remember(request, invitation=None)


def forget(request: HttpRequest) -> None:
    """Nothing is left for the next person at this screen."""
    request.session.pop(STATE, None)
