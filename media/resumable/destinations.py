"""Where a file goes once it is whole.

The media layer does not know what a memory is. The layer that does registers two
answers: whether a file may go to the place of that name, and how it is put there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from families.models import User
from media.models.item import Item
from media.refusals import Refused

Check = Callable[[User, str], None]
"""Raises Refused, NotNow, or LookupError where this person knows no such place."""

Place = Callable[[User, str, Item], None]
"""Puts the item there, in the caller's transaction; raises as `Check` does."""

_registered: list[tuple[Check, Place]] = []


class NotNow(Refused):
    """The place takes no files at the moment; what has arrived waits until it does."""

    def __init__(self) -> None:
        super().__init__("not_now")


def register(check: Check, place: Place) -> None:
    """Ask these from now on; the newest answers alone."""
    if (check, place) not in _registered:
        _registered.append((check, place))


@contextmanager
def registered(check: Check, place: Place) -> Iterator[None]:
    """Ask these for a while."""
    _registered.append((check, place))
    try:
        yield
    finally:
        _registered.remove((check, place))


def check(by: User, name: str) -> None:
    """Whether a file of this person may go there."""
    _registered[-1][0](by, name)


def place(by: User, name: str, item: Item) -> None:
    """Put the item there."""
    _registered[-1][1](by, name, item)
