"""A showcase as slides: one thing at a time, large, for an assembly hall."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Literal

from archive.models import ShowcasePage
from archive.shapes import Cover, Record, RecordItem
from archive.showcases import Content, Section
from media.formats import Kind

MOST_OF_A_MEMORY = 8
"""Slides that one memory gets after its title."""


LOOKS: dict[str, str] = {
    "cover": "title",
    "story": "title",
    "heading": "words",
    "words": "words",
    "text": "words",
    "quote": "quote",
    "picture": "picture",
    "end": "end",
    Kind.IMAGE: "picture",
    Kind.AUDIO: "sound",
    Kind.VIDEO: "film",
}
"""The design's name for each kind of slide, and for each kind of item on one."""


@dataclass(frozen=True)
class Slide:
    """One screen; which fields it has depends on its kind."""

    kind: Literal["cover", "text", "heading", "quote", "story", "words", "item", "picture", "end"]
    title: str = ""
    text: str = ""
    who: str = ""
    picture: Cover | None = None
    record: Record | None = None
    item: RecordItem | None = None

    @property
    def look(self) -> str:
        """Which of the design's slides it is."""
        return LOOKS.get(self.item.kind, "picture") if self.item else LOOKS[self.kind]

    @property
    def label(self) -> str:
        """What is announced when it comes up."""
        return self.title or self.text[:60] or "A picture"


def slides(page: ShowcasePage, content: Content) -> list[Slide]:
    """The whole showcase, from its cover to its end."""
    body = [slide for section in content.sections for slide in _of_section(section)]
    return [
        Slide("cover", page.title, page.introduction, picture=content.cover),
        *body,
        Slide("end", page.title),
    ]


def _of_section(section: Section) -> Iterator[Slide]:
    if section.kind == "story" and section.record is not None:
        yield from _of_record(section.record)
    elif section.kind == "heading":
        yield Slide("heading", section.text)
    elif section.kind == "quote":
        yield Slide("quote", text=section.text, who=section.who)
    elif section.kind == "picture":
        yield Slide("picture", text=section.text, picture=section.picture)
    elif section.kind == "text":
        yield Slide("text", text=section.text)


def _of_record(record: Record) -> Iterator[Slide]:
    """Its title, then its first words and what there is to see and hear, in the teller's order."""
    yield Slide("story", record.title, picture=record.cover, record=record)
    yield from islice(_of_parts(record), MOST_OF_A_MEMORY)


def _of_parts(record: Record) -> Iterator[Slide]:
    """Papers stay on the page: nobody reads one across a hall."""
    for part in record.parts:
        if part.item is not None and part.item.kind != Kind.DOCUMENT:
            yield Slide("item", record.title, part.item.caption, record=record, item=part.item)
        elif part is record.first_words:
            yield Slide("words", record.title, record.opening, record=record)
