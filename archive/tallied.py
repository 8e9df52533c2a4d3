"""What is counted over the whole archive, kept for as long as it is true."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from django.core.cache import cache
from django.db.models import Max

from stories.models import PublicDocument

T = TypeVar("T")

A_DAY = 24 * 60 * 60  # seconds


def tallied(name: str, count: Callable[[], T], *, seconds: int | None = None) -> T:
    """What ``count`` says, counted again once anything public has come, gone or changed.

    A thing of another shape wants another name: what was kept before an update is still there.
    ``seconds`` lets go of what nobody asks for any more; it is never what makes it true.
    """
    stamp = _stamp()
    found = cache.get(name)
    if found is not None and found[0] == stamp:
        still: T = found[1]
        return still
    counted = count()
    cache.set(name, (stamp, counted), seconds)
    return counted


def _stamp() -> tuple[Any, int]:
    """Read before anything is counted, so that what is kept is never older than it says.

    Asked for apart, each is read from an index; asked for together, the whole table would be.
    """
    documents = PublicDocument.objects
    return documents.aggregate(newest=Max("changed_at"))["newest"], documents.count()
