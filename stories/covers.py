"""Which picture stands for a memory in lists: the teller’s choice, or else the first there is."""

from __future__ import annotations

from collections.abc import Iterable

from media.formats import Kind
from stories.models import StoryPart

COVERS = (Kind.IMAGE, Kind.VIDEO)
"""What can stand for a memory, the better one first; a film gives a frame of itself."""


def can_be(part: StoryPart) -> bool:
    return part.item is not None and part.item.kind in COVERS and not part.item.refusal


def of(parts: Iterable[StoryPart]) -> StoryPart | None:
    """The part that is the cover now, chosen or not; None where nothing can be one."""
    return min(filter(can_be, parts), key=_rank, default=None)


def _rank(part: StoryPart) -> tuple[bool, int]:
    kind = Kind(part.item.kind) if part.item else Kind.VIDEO
    return not part.is_cover, COVERS.index(kind)


def choose(parts: Iterable[StoryPart], number: int) -> None:
    """Make the part with that number the only cover, unsaved; nothing for one that cannot be."""
    parts = list(parts)
    if any(part.pk == number and can_be(part) for part in parts):
        for part in parts:
            part.is_cover = part.pk == number
