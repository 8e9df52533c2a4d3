"""What the preview of a block shows: a piece made of memories that are public now."""

from __future__ import annotations

from dataclasses import replace

from archive import clips, gathering, sections
from archive.inside import Block
from archive.records import NEWEST, in_full
from archive.sections import Hoard, Section
from archive.shapes import Record
from archive.subjects import pins
from media.formats import Kind
from media.models import Picture
from media.transcripts import clock
from stories.models import Story, StoryPart

A_FEW = 4
"""Newest memories of which a gallery, a map and a timeline are shown."""

CLIP_MS = 8_000
"""Milliseconds of the clip, or as long as the recording is."""

WORDS: dict[str, Block] = {
    "heading": ("heading", "Up before the light"),
    "text": ("text", "<p>Your own words, in a line or <b>two</b>, between the memories.</p>"),
    "quote": ("quote", {"text": "Many hands make light work.", "who": ""}),
    "chapter": ("chapter", {"title": "Before the light", "text": "Who was up, and why?"}),
}
"""The blocks that need no memory."""

OF_A_KIND = {
    "clip": Kind.AUDIO,
    "film": Kind.VIDEO,
    "picture_story": Kind.IMAGE,
    "gallery": Kind.IMAGE,
    "pair": Kind.IMAGE,
}
"""What a memory has to have to be shown in the block."""


def of(name: str) -> Section | None:
    """The piece that a block of this name makes; None where no memory is fit for it yet."""
    if name in WORDS:
        shown = sections.section(WORDS[name], Hoard())
        return replace(shown, number=1) if shown else None
    if name == "picture":
        return _picture()
    numbers = _newest(OF_A_KIND.get(name))
    records = in_full(numbers)
    told = [(pk, records[pk]) for pk in numbers if pk in records]
    return sections.section(_block(name, told), _hoard(told)) if told else None


def _newest(kind: Kind | None) -> list[int]:
    """The rows of the newest memories, with a file of that kind in them."""
    stories = Story.objects.public()
    if kind is not None:
        having = StoryPart.objects.filter(item__kind=kind).values("story")
        stories = stories.filter(pk__in=having)
    return list(stories.order_by(*NEWEST).values_list("pk", flat=True)[:A_FEW])


def _hoard(told: list[tuple[int, Record]]) -> Hoard:
    records = dict(told)
    places = gathering.places_of(records.values())
    return Hoard(
        records=records,
        in_full=records,
        held=clips.held_in(item for record in records.values() for item in record.items),
        pins=tuple(pins(list(places))),
        places=places,
        stops=gathering.stops_of(list(records.values())),
    )


def _block(name: str, told: list[tuple[int, Record]]) -> Block:
    """The block as an editor would have filled it in."""
    first, record = told[0]
    panes = [{"story": pk} for pk, _ in told]
    match name:
        case "story":
            return name, first
        case "gallery":
            return name, {"pictures": panes}
        case "pair":
            return name, {"then": panes[0], "now": panes[-1]}
        case "pull_quote":
            first, record = next(((pk, r) for pk, r in told if r.text), told[0])
            return name, {"story": first, "text": record.text.partition(".")[0]}
        case "clip":
            return name, {"story": first, "start": "0:00", "end": _end(record)}
    return name, {"story": first, "title": ""}


def _end(record: Record) -> str:
    item = clips.recording(record, 1)
    whole = (item.seconds or 0) * 1000 if item else 0
    return clock.typed(int(min(CLIP_MS, whole or CLIP_MS)))


def _picture() -> Section | None:
    """The newest picture that a published showcase has as its cover, which is public already."""
    from archive.models import ShowcasePage

    page = ShowcasePage.objects.live().exclude(cover=None).first()
    pictures = Picture.objects.select_related("item")
    picture = pictures.filter(pk=page.cover_id).first() if page else None
    if picture is None:
        return None
    block: Block = ("picture", {"picture": picture.pk, "caption": ""})
    return sections.section(block, Hoard(pictures={picture.pk: picture}))
