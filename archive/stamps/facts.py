"""Small things that many pages need, kept in this process for as long as they are true."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar, cast

from archive.stamps.reading import current, have_changed, reading, rest_on

T = TypeVar("T")


@dataclass
class _Fact:
    value: Any
    tags: frozenset[str]
    moment: int


MOST = 1_000
"""Facts that a process knows; the one that was asked for longest ago goes first."""

_known: OrderedDict[str, _Fact] = OrderedDict()


def fact(name: str, make: Callable[[], T]) -> T:
    """What ``make`` says, made anew once anything that it rests on has changed.

    What stands behind a name is small and never altered. Outside of a
    page in the making nobody knows the moment, so nothing is kept.
    """
    made = current()
    if made is None or made.moment is None:
        return make()
    known = _known.get(name)
    if known is None or not _is_true(known, made.moment):
        with reading() as inner:
            value = make()
        known = _known[name] = _Fact(value, frozenset(inner.tags), made.moment)
        if len(_known) > MOST:
            _known.popitem(last=False)
    _known.move_to_end(name)
    rest_on(*known.tags)
    return cast(T, known.value)


def forget() -> None:
    """Know nothing any more."""
    _known.clear()


def _is_true(known: _Fact, moment: int) -> bool:
    """Whether it is as true at this moment as when it was made. The clock never goes back."""
    if known.moment < moment and not have_changed(known.tags, known.moment):
        known.moment = moment
    return known.moment == moment
