"""What changed in a memory between two readings, in words and with the words themselves."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from django.utils.text import Truncator
from wagtail.admin.compare import diff_text

from media.models import Item
from stories.models import Story, StoryPart

Piece = tuple[str, str]
"""``addition``, ``deletion`` or ``equal``, and the words."""

FIELDS = {
    "title": "The title",
    "summary": "In one sentence",
    "content_note": "The content note",
    "when_text": "When it was",
}


@dataclass(frozen=True)
class Change:
    """One thing that is not as it was.

    ``part`` is the part of today that it is about; ``was`` and ``now`` are the item before
    and after, where one came, went or was replaced.
    """

    heading: str
    pieces: list[Piece]
    is_text: bool = False
    part: StoryPart | None = None
    was: Item | None = None
    now: Item | None = None


def between(before: Story, now: Story) -> list[Change]:
    """Every difference, in the order in which one reads a memory."""
    return [*_fields(before, now), *_parts(before, now), *_lists(before, now)]


def _fields(before: Story, now: Story) -> Iterator[Change]:
    for name, heading in FIELDS.items():
        yield from _text(heading, getattr(before, name), getattr(now, name))
    was, is_now = before.get_context_display(), now.get_context_display()
    yield from _swap("Neighbourhood, family or school", was, is_now)


def _parts(before: Story, now: Story) -> Iterator[Change]:
    old, new = list(before.parts.all()), list(now.parts.all())
    pairs = _pairs(old, new)
    for number, part in enumerate(new, start=1):
        for change in _part(number, pairs.get(id(part)), part):
            yield replace(change, part=part)
    kept = {id(part) for part in pairs.values()}
    for part in old:
        if id(part) not in kept:
            heading = f"Taken out: {_name(part)}"
            yield Change(heading, [("deletion", _says(part))], was=part.item)
    yield from _order(old, new, pairs)
    yield from _cover(old, new)


def _part(number: int, old: StoryPart | None, part: StoryPart) -> Iterator[Change]:
    if old is None:
        heading = f"New, part {number}: {_name(part)}"
        yield Change(heading, [("addition", _says(part))], now=part.item)
        return
    place = f"Part {number}: {_name(part)}"
    if old.item_id != part.item_id:
        pieces = [("deletion", _says(old)), ("addition", _says(part))]
        yield Change(f"{place}, another one", pieces, was=old.item, now=part.item)
    yield from _text(place, old.text, part.text)
    yield from _text(f"{place}, caption", old.caption, part.caption)
    yield from _text(f"{place}, description", old.description, part.description)


def _order(
    old: list[StoryPart], new: list[StoryPart], pairs: dict[int, StoryPart]
) -> Iterator[Change]:
    """Which parts stand somewhere else now, as few as say it; not those that came or went."""
    stayed = {id(pairs[id(part)]): part for part in new if id(part) in pairs}
    was = [stayed[id(part)] for part in old if id(part) in stayed]
    now = list(stayed.values())
    if was == now:
        return
    still = _unmoved([id(part) for part in was], [id(part) for part in now])
    said = ["The parts are in another order now."]
    for place, part in enumerate(now):
        if place not in still:
            said.append(f"{_named(part)} moved from {was.index(part) + 1} to {place + 1}.")
    yield Change("The order", [("equal", sentence) for sentence in said])


def _unmoved(was: list[int], now: list[int]) -> set[int]:
    """The places of the longest runs that stand as they stood."""
    blocks = SequenceMatcher(None, was, now, autojunk=False).get_matching_blocks()
    return {place for block in blocks for place in range(block.b, block.b + block.size)}


def _cover(old: list[StoryPart], new: list[StoryPart]) -> Iterator[Change]:
    """The picture that stands for the memory; only where somebody chose one."""
    was, now = (next((p for p in parts if p.is_cover), None) for parts in (old, new))
    if (was and was.item_id) != (now and now.item_id):
        pieces = [("deletion", _says(was))] if was else []
        pieces += [("addition", _says(now))] if now else []
        yield Change("The cover", pieces)


def _pairs(old: list[StoryPart], new: list[StoryPart]) -> dict[int, StoryPart]:
    """For each new part the old one that it was: the same row, the same item, the next words,
    the next thing of the same kind, which then was replaced.

    The desk may write parts afresh, so the row alone does not tell.
    """
    pairs: dict[int, StoryPart] = {}
    free = list(old)
    for same in (_same_row, _same_item, _both_words, _same_kind):
        for part in new:
            match = next((o for o in free if id(part) not in pairs and same(o, part)), None)
            if match is not None:
                pairs[id(part)] = match
                free.remove(match)
    return pairs


def _same_row(old: StoryPart, new: StoryPart) -> bool:
    return old.pk is not None and old.pk == new.pk and old.item_id == new.item_id


def _same_item(old: StoryPart, new: StoryPart) -> bool:
    return old.item_id is not None and old.item_id == new.item_id


def _both_words(old: StoryPart, new: StoryPart) -> bool:
    return old.item_id is None and new.item_id is None


def _same_kind(old: StoryPart, new: StoryPart) -> bool:
    return old.item is not None and new.item is not None and old.item.kind == new.item.kind


def _lists(before: Story, now: Story) -> Iterator[Change]:
    for heading, names in LISTS.items():
        yield from _members(heading, names(before), names(now))


def _people(story: Story) -> list[str]:
    return [f"{p.person} ({p.get_role_display()})" for p in story.people.all()]


LISTS = {
    "Places": lambda story: [place.name for place in story.places.all()],
    "Funds of knowledge": lambda story: [fund.name for fund in story.funds.all()],
    "Words to find it by": lambda story: [tag.name for tag in story.tags.all()],
    "People": _people,
}


def _members(heading: str, old: list[str], new: list[str]) -> Iterator[Change]:
    gone = [("deletion", name) for name in old if name not in new]
    come = [("addition", name) for name in new if name not in old]
    if gone or come:
        yield Change(heading, [*gone, *come])


def _text(heading: str, old: str, new: str) -> Iterator[Change]:
    if old != new:
        yield Change(heading, text_pieces(old, new), is_text=True)


def text_pieces(old: str, new: str) -> list[Piece]:
    """What came, what went and what stayed between two texts."""
    return list(diff_text(old, new).changes)


def _swap(heading: str, old: str, new: str) -> Iterator[Change]:
    if old != new:
        pieces = [("deletion", old), ("addition", new)]
        yield Change(heading, [piece for piece in pieces if piece[1]])


def _name(part: StoryPart) -> str:
    return part.item.get_kind_display() if part.item else "words"


def _named(part: StoryPart) -> str:
    """A part in a sentence: its kind and its first words."""
    return f"{_name(part).capitalize()} (“{Truncator(_says(part)).chars(40)}”)"


def _says(part: StoryPart) -> str:
    return part.text or part.caption or str(part.item or "")
