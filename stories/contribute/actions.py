"""What the buttons inside a memory do to its parts. Every button also saves what was typed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from stories import covers
from stories.contribute.parts import lay_out
from stories.contribute.sheet import Sheet
from stories.models import StoryPart

BUTTON = re.compile(r"(up|down|out|words|cover)-(\d+)")
ORDER = re.compile(r"order:(\d+(?:,\d+)*)")


@dataclass(frozen=True)
class Pressed:
    """One press: ``verb`` is up, down, out, words (add words after) or cover; ``part`` is whose."""

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
    if press.verb == "cover":
        covers.choose(parts, press.part)
        lay_out(sheet.story, parts)
        return None
    taken = _change(parts, place, press.verb)
    lay_out(sheet.story, parts)
    return taken


def put_in_order(sheet: Sheet, button: str) -> bool:
    """Lay the parts out as they were dragged; whether the button was of this kind.

    A part that the screen did not name, since another one added it, stays behind the one
    that it stood behind.
    """
    match = ORDER.fullmatch(button)
    if match is None:
        return False
    wanted = {int(number): place for place, number in enumerate(match[1].split(","))}
    ranks: list[tuple[int, StoryPart]] = []
    for part in (on_screen.part for on_screen in sheet.parts):
        rank = wanted.get(part.pk, ranks[-1][0] if ranks else -1)
        ranks.append((rank, part))
    lay_out(sheet.story, [part for _, part in sorted(ranks, key=lambda pair: pair[0])])
    return True


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
