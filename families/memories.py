"""The memories that a person is in, for staff who note an answer about one of them.

This layer does not know what a memory is. The one that does registers a lister, which
names only what this member of staff may read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from families.models import Person, User

Named = tuple[str, str]
"""The ref of a memory and its title."""

Lister = Callable[[Person, User], Iterable[Named]]

_listers: list[Lister] = []


def register(lister: Lister) -> Lister:
    """Ask `lister` from now on as well; asking for the same one twice changes nothing."""
    if lister not in _listers:
        _listers.append(lister)
    return lister


def of(person: Person, *, seen_by: User) -> dict[str, str]:
    """The titles of the memories of one person that this member of staff may read, by ref."""
    return dict(named for lister in _listers for named in lister(person, seen_by))
