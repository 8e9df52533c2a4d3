"""What the home page offers at this moment."""

from __future__ import annotations

from typing import Any

from archive import kindred, listening, showcases, subjects
from archive.records import Shelf
from archive.stamps import fact
from stories.models import Story

NEWEST_MEMORIES = 9
"""Three full courses of the brick bond on a desk, and no lone brick."""


def ways_in() -> dict[str, Any]:
    """The newest showcase and memories, and the ways in by fund and by place."""
    return fact("ways in", _ways_in)


def _ways_in() -> dict[str, Any]:
    newest = showcases.newest(3)
    told = kindred.places_of(kindred.newest(Story.objects.public()))
    return {
        "featured": newest[0] if newest else None,
        "other_showcases": newest[1:] if len(newest) == 3 else [],  # noqa: PLR2004
        "voice": listening.voice(),
        "cards": Shelf().newest(NEWEST_MEMORIES),
        "funds": subjects.windows(subjects.funds()),
        "places": told,
        "pins": subjects.pins(told),
    }
