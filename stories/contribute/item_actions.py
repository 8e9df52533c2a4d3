"""Stop a file that is being made ready, or try it again: what a writer may do to an own file.

The buttons belong to the form of the memory, so pressing one also saves what was typed.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from families.models import User
from media import jobs
from media.models import Item
from media.visibility import is_uploader
from stories.contribute.sheet import Sheet

BUTTON = re.compile(r"(stop|again)-(\d+)")


def act(sheet: Sheet, button: str, *, by: User) -> bool:
    """Do what the button says to the file of its part; False if it is another kind of button.

    A file that is not in this memory, or that somebody else added, is left alone.
    """
    match = BUTTON.fullmatch(button)
    if match is None:
        return False
    item = _own_item(sheet, int(match[2]), by)
    if item is not None:
        _VERBS[match[1]](item)
    return True


def _own_item(sheet: Sheet, part: int, by: User) -> Item | None:
    found = (each.part.item for each in sheet.parts if each.part.pk == part)
    item = next(found, None)
    return item if item is not None and is_uploader(by, item) else None


def _again(item: Item) -> bool:
    return item.is_worth_another_try and jobs.retry(item)


_VERBS: dict[str, Callable[[Item], bool]] = {"stop": jobs.stop, "again": _again}
