"""What the home page offers at this moment."""

from __future__ import annotations

from typing import Any

from archive import showcases, subjects
from archive.records import Shelf

NEWEST_MEMORIES = 9
"""Three full courses of the brick bond on a desk, and no lone brick."""


def ways_in() -> dict[str, Any]:
    """The newest showcase and memories, and the ways in by fund and by place."""
    newest = showcases.newest(3)
    told, pins = subjects.told()
    return {
        "featured": newest[0] if newest else None,
        "other_showcases": newest[1:] if len(newest) == 3 else [],  # noqa: PLR2004
        "cards": Shelf().newest(NEWEST_MEMORIES),
        "funds": subjects.windows(subjects.funds()),
        "places": told,
        "pins": pins,
    }
