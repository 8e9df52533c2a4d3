"""Who may see an item: nobody but its uploader, unless a layer above says otherwise.

The media layer does not know what a story is. The layers that do register a
handler, and the highest answer wins. A handler may answer PUBLIC only for what
everybody may see, signed in or not: such answers are cached.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import IntEnum

from families.roles import Anybody, is_staff_of
from media.models.item import Item


class Sight(IntEnum):
    """How far somebody may see an item, least first."""

    NONE = 0
    PRIVATE = 1
    PUBLIC = 2


Handler = Callable[[Anybody, Item], Sight]

_handlers: list[Handler] = []


def register(handler: Handler) -> Handler:
    """Ask `handler` from now on as well; asking for the same one twice changes nothing."""
    if handler not in _handlers:
        _handlers.append(handler)
    return handler


Owner = Callable[[Anybody, Item], bool]

_owners: list[Owner] = []


def register_owner(handler: Owner) -> Owner:
    """Let `handler` say too whose own an item is; such a person may have what was sent."""
    if handler not in _owners:
        _owners.append(handler)
    return handler


@contextmanager
def registered(handler: Handler) -> Iterator[None]:
    """Ask `handler` as well, for a while."""
    _handlers.append(handler)
    try:
        yield
    finally:
        _handlers.remove(handler)


def sight(user: Anybody, item: Item) -> Sight:
    """How far this person may see this item."""
    highest = Sight.PRIVATE if is_uploader(user, item) else Sight.NONE
    for handler in _handlers:
        if highest is Sight.PUBLIC:
            break
        highest = max(highest, handler(user, item))
    return highest


def is_uploader(user: Anybody, item: Item) -> bool:
    """Whether this person added the item."""
    return user.is_authenticated and item.uploaded_by_id == user.pk


def may_have_original(user: Anybody, item: Item) -> bool:
    """Whose own it is may, and staff of its school who may see it; a public one's is not public."""
    if is_uploader(user, item) or any(owns(user, item) for owns in _owners):
        return True
    return is_staff_of(user, item.school_id) and sight(user, item) > Sight.NONE
