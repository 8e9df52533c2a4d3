"""A showcase as slides: one thing at a time, large, for an assembly hall."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice
from typing import Literal, cast

from archive.clips import Clip
from archive.models import ShowcasePage
from archive.sections import Pane, Section
from archive.shapes import Cover, Record, RecordItem, content_notes
from archive.showcases import Content
from media.formats import Kind

COVER, END = -1, -2
"""The places of the slides before and behind all others."""

MOST_OF_A_MEMORY = 8
"""Slides that one memory gets after its title."""


LOOKS: dict[str, str] = {
    "cover": "title",
    "story": "title",
    "heading": "words",
    "chapter": "words",
    "note": "words",
    "words": "words",
    "text": "words",
    "quote": "quote",
    "picture": "picture",
    "clip": "sound",
    "pair": "pair",
    "map": "map",
    "timeline": "words",
    "end": "end",
    Kind.IMAGE: "picture",
    Kind.AUDIO: "sound",
    Kind.VIDEO: "film",
}
"""The design's name for each kind of slide, and for each kind of item on one."""


LARGE = ("picture_story", "film")
"""Pieces that are one thing of a memory, which fills the slide."""

SAYS_IT = ("story", "note")
"""Slides that stand before others of a memory: they say what is hard to hear, and show nothing."""

TITLES = {"pair": "Then and now"}

SlideKind = Literal[
    "cover",
    "text",
    "heading",
    "chapter",
    "quote",
    "story",
    "note",
    "words",
    "item",
    "picture",
    "clip",
    "pair",
    "map",
    "timeline",
    "end",
]


@dataclass(frozen=True)
class Slide:
    """One screen; which fields it has depends on its kind.

    ``place`` is that of the block it is made from, from nought; below nought without one.
    """

    kind: SlideKind
    title: str = ""
    text: str = ""
    who: str = ""
    picture: Cover | None = None
    record: Record | None = None
    item: RecordItem | None = None
    clip: Clip | None = None
    panes: tuple[Pane, ...] = ()
    section: Section | None = None
    place: int = COVER

    @property
    def look(self) -> str:
        """Which of the design's slides it is."""
        return LOOKS.get(self.item.kind, "picture") if self.item else LOOKS[self.kind]

    @property
    def label(self) -> str:
        """What is announced when it comes up: of what is covered, where it is from and no more."""
        if self.covered and self.record is not None:
            return self.record.title
        return self.title or self.text[:60] or "A picture"

    @property
    def content_notes(self) -> tuple[str, ...]:
        """What is hard to hear in the memories that it shows something of."""
        return content_notes((self.record, *(pane.record for pane in self.panes)))

    @property
    def covered(self) -> tuple[str, ...]:
        """The notes above what waits on it until somebody wants it."""
        return () if self.kind in SAYS_IT else self.content_notes


def slides(page: ShowcasePage, content: Content) -> list[Slide]:
    """The whole showcase, from its cover to its end."""
    body = [
        replace(slide, place=section.place)
        for section in content.sections
        for slide in _of_section(section)
    ]
    return [
        Slide("cover", page.title, page.introduction, content.curators, picture=content.cover),
        *body,
        Slide("end", page.title, who=content.curators, place=END),
    ]


def _of_section(section: Section) -> Iterator[Slide]:
    if section.kind == "story" and section.record is not None:
        yield from _of_record(section.record, section.text)
    elif section.kind == "gallery":
        if section.content_notes:
            yield Slide("note", section.title or "Pictures", panes=section.panes)
        yield from map(_of_pane, section.panes)
    else:
        yield _one(section)


def _one(section: Section) -> Slide:
    """A piece that is one slide."""
    if section.kind == "heading":
        return Slide("heading", section.text)
    kind = "item" if section.kind in LARGE else section.kind
    title = TITLES.get(section.kind, section.title)
    if section.record is not None and section.kind in (*LARGE, "clip"):
        title = section.record.title
    return Slide(
        cast(SlideKind, kind),
        title,
        section.text,
        section.who,
        picture=section.picture,
        record=section.record,
        item=section.item,
        clip=section.clip,
        panes=section.panes,
        section=section,
    )


def _of_pane(pane: Pane) -> Slide:
    return Slide("picture", text=pane.caption, picture=pane.cover, record=pane.record)


def _of_record(record: Record, caption: str) -> Iterator[Slide]:
    """Its title, then its first words and what there is to see and hear, in the teller's order.

    One with a content note has no picture behind its title: the note stands there.
    """
    yield Slide("story", record.title, caption, picture=record.open_cover, record=record)
    yield from islice(_of_parts(record), MOST_OF_A_MEMORY)


def _of_parts(record: Record) -> Iterator[Slide]:
    """Papers stay on the page: nobody reads one across a hall."""
    for part in record.parts:
        if part.item is not None and part.item.kind != Kind.DOCUMENT:
            yield Slide("item", record.title, part.item.caption, record=record, item=part.item)
        elif part is record.first_words:
            yield Slide("words", record.title, record.opening, record=record)
