"""Gathers what a page rests on while it is made."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from django.db import connection
from django.utils import timezone

from archive.models.stamps import PublicStamp

CLOCK = f"SELECT moment FROM {PublicStamp._meta.db_table} WHERE tag = ''"

EVERYTHING = "site"
"""What every page rests on: where the site stands, and the archive's own set-up."""


@dataclass
class Reading:
    """One page in the making. ``today`` is a day after which it has to be made anew."""

    tags: set[str] = field(default_factory=lambda: {EVERYTHING})
    today: date | None = None

    @cached_property
    def moment(self) -> int | None:
        """The clock before anything was read."""
        return now()


_current: ContextVar[Reading | None] = ContextVar("reading", default=None)


def current() -> Reading | None:
    """The page in the making, if there is one."""
    return _current.get()


@contextmanager
def reading(moment: int | None = None) -> Iterator[Reading]:
    """Gather what is rested on inside. Ask for its ``moment`` before anything is read.

    ``moment`` is that of the page around it, where it is known already.
    """
    made = Reading()
    if moment is not None:
        made.moment = moment
    token = _current.set(made)
    try:
        yield made
    finally:
        _current.reset(token)


def rest_on(*tags: str) -> None:
    """What is being made shows these things."""
    if made := _current.get():
        made.tags.update(tags)


def rest_on_today() -> None:
    """What is being made may look otherwise tomorrow, though nothing is changed."""
    if made := _current.get():
        made.today = timezone.localdate()


def now() -> int | None:
    """The moment of the last change. None where nobody stamps, so nothing may be kept."""
    with connection.cursor() as cursor:
        cursor.execute(CLOCK)
        row = cursor.fetchone()
    return row[0] if row else None


def have_changed(tags: Collection[str], since: int) -> bool:
    """Whether any of these has changed after that moment. One query."""
    return bool(changed(tags, since))


def changed(tags: Collection[str], since: int) -> dict[str, int]:
    """Those of them that have changed after that moment, and when. One query."""
    rows = PublicStamp.objects.filter(tag__in=tags, moment__gt=since)
    return dict(rows.values_list("tag", "moment"))
