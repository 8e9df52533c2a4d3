"""Which items staff see in the list of files: those of their school, less what a layer above keeps.

The media layer does not know what a story is. A layer that does registers what must be
left out of a teacher's list, for example what the safeguarding lead alone may see.
"""

from __future__ import annotations

from collections.abc import Callable

from django.db.models import Q

from families.admin.boundary import SchoolPolicy
from families.models import User
from media.models.item import Item, ItemQuerySet

Keeping = Callable[[User], Q]

_kept: list[Keeping] = []


def keep(handler: Keeping) -> Keeping:
    """Leave out, from now on, the items that `handler` finds; twice is the same as once."""
    if handler not in _kept:
        _kept.append(handler)
    return handler


class ItemPolicy(SchoolPolicy):
    """Teachers and leads look after the files of their school: try again, stop, nothing else."""

    actions = frozenset({"change", "view"})

    def rows_of(self, user: User) -> ItemQuerySet:
        """One query, whatever the layers above keep."""
        rows = Item.objects.filter(school=user.school_id)
        for handler in _kept:
            rows = rows.exclude(handler(user))
        return rows
