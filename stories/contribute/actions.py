"""What the buttons inside a memory do to its parts. Every button also saves what was typed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from stories.contribute.parts import lay_out
from stories.contribute.sheet import Sheet
from stories.models import StoryPart

BUTTON = re.compile(r"(up|down|out|words)-(\d+)")


@dataclass(frozen=True)
class Pressed:
    """One press: ``verb`` is up, down, out or words (add words after); ``part`` is whose."""

    verb: str
    part: int


def pressed(value: str) -> Pressed | None:
    """What the value of a button means; None for a button that moves nothing."""
    match = BUTTON.fullmatch(value)
    return Pressed(match[1], int(match[2])) if match else None


def act(sheet: Sheet, press: Pressed) -> StoryPart | None:
    """Do it to the memory, unsaved. The part that was taken out, so that it can be put back."""
    parts = [on_screen.part for on_screen in sheet.parts]
    place = next((i for i, part in enumerate(parts) if part.pk == press.part), None)
    if place is None:
        return None
    taken = _change(parts, place, press.verb)
    lay_out(sheet.story, parts)
    return taken


def _change(parts: list[StoryPart], place: int, verb: str) -> StoryPart | None:
    if verb == "out":
        return parts.pop(place)
    if verb == "words":
        parts.insert(place + 1, StoryPart(kind=StoryPart.Kind.WORDS))
    else:
        parts.insert(max(0, place + (1 if verb == "down" else -1)), parts.pop(place))
    return None


def packed(part: StoryPart, place: int) -> dict[str, Any]:
    """A part that was taken out, as the session keeps it."""
    return {
        "kind": part.kind,
        "text": part.text,
        "item_id": part.item_id,
        "caption": part.caption,
        "description": part.description,
        "asks_teacher": part.asks_teacher,
        "is_cover": part.is_cover,
        "place": place,
    }


def put_back(sheet: Sheet, kept: dict[str, Any]) -> None:
    """Put a part that was taken out where it was, unsaved."""
    parts = [on_screen.part for on_screen in sheet.parts]
    values = {name: value for name, value in kept.items() if name != "place"}
    parts.insert(kept["place"], StoryPart(**values))
    lay_out(sheet.story, parts)
