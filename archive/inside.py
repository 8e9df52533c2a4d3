"""Which memories and pictures a block of a showcase holds, read from its stored value."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

Block = tuple[str, Any]
"""Name and stored value."""

TOLD = ("story", "picture_story")
"""Blocks that are one memory in its place: what a curator orders, and what students may."""

WITH_A_STORY = ("picture_story", "pull_quote", "clip", "film")
IN_FULL = ("pull_quote", "clip")
"""Blocks for which every word of the memory has to be read."""


def stories_of(block: Block) -> list[int]:
    """The rows of the memories in it, in their order, public or not."""
    kind, value = block
    if kind == "story":
        return [value] if value else []
    holders = [value] if kind in WITH_A_STORY else list(panes_of(block))
    return [pk for holder in holders if (pk := (holder or {}).get("story"))]


def pictures_of(block: Block) -> list[int]:
    """The rows of the library’s pictures in it."""
    kind, value = block
    holders = [value] if kind == "picture" else list(panes_of(block))
    return [pk for holder in holders if (pk := (holder or {}).get("picture"))]


def panes_of(block: Block) -> Iterator[dict[str, Any]]:
    """The pictures side by side in a gallery or a pair, as they are stored."""
    kind, value = block
    if kind == "gallery":
        yield from (listed(pane) for pane in value.get("pictures") or ())
    if kind == "pair":
        yield from (value.get(side) or {} for side in ("then", "now"))


def listed(pane: dict[str, Any]) -> dict[str, Any]:
    """One of a list: Wagtail keeps its value beside an identifier."""
    inner: dict[str, Any] = pane["value"] if "value" in pane and "type" in pane else pane
    return inner


def stories_in(blocks: Iterable[Block]) -> list[int]:
    """Every memory of all these blocks, each time it is there."""
    return [pk for block in blocks for pk in stories_of(block)]


def pictures_in(blocks: Iterable[Block]) -> list[int]:
    """Every picture of the library in all these blocks."""
    return [pk for block in blocks for pk in pictures_of(block)]
