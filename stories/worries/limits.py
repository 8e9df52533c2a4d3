"""How often one address may write to the safeguarding lead."""

from allauth.core.internal import ratelimit
from django.http import HttpRequest

# A whole school is one address, so this stops a machine and never a class.
LIMIT = {"worry": "30/h/ip"}


def may_send(request: HttpRequest) -> bool:
    """Whether this address may send one more; counts it."""
    return ratelimit.consume(request, app="stories", action="worry", config=LIMIT) is not None
