"""What stands on paper of each piece of a showcase, as data for typst."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from archive.copies import files, wording
from archive.copies.whole import Whole
from archive.inside import TOLD
from archive.sections import Pane, Section
from archive.shapes import Cover, Record, RecordItem
from archive.showcases import closed_up
from families import qr
from media.formats import Kind
from media.recipes.documents.direction import runs_leftwards

SMALL = ("w960.jpg", "w480.jpg")
WIDE = ("w1600.jpg", "w960.jpg", "w480.jpg")
STANDS_FOR = {Kind.VIDEO: ("poster.jpg",), Kind.DOCUMENT: ("cover.jpg",)}

TO_HEAR = {Kind.AUDIO: "Listen", Kind.VIDEO: "Watch", Kind.DOCUMENT: "Read every page"}
Block = dict[str, Any]

NOTHING: Block = {"kind": "words", "paragraphs": []}


@dataclass
class Sheet:
    """What goes to typst: the blocks, and the pictures that they name.

    ``told`` are the memories that stand in full already, so that none is told twice.
    """

    whole: Whole
    link: Callable[[str], str]
    files: dict[str, bytes] = field(default_factory=dict)
    told: set[str] = field(default_factory=set)

    def picture(self, cover: Cover | None, names: tuple[str, ...] = SMALL) -> str:
        """The name under which typst finds it; "" where there is none that all may see."""
        if cover is None:
            return ""
        if cover.src:
            names = ("poster.jpg",)
        return self.file(cover.ref, names)

    def file(self, ref: str, names: tuple[str, ...]) -> str:
        """The same for a file by its names, the best one first."""
        found = self.whole.file(ref, *names)
        name = f"{ref}-{found.name}" if found else ""
        if found is not None and name not in self.files:
            content = files.read(found)
            if content is None:
                return ""
            self.files[name] = content
        return name

    def square(self, address: str, name: str) -> str:
        """A QR code of an address of the archive."""
        self.files[f"{name}.svg"] = qr.svg(self.link(address))
        return f"{name}.svg"

    def way_to(self, record: Record) -> str:
        """The square of a memory, unless it stood beside the memory already."""
        return "" if record.ref in self.told else self.square(record.url, record.ref)


def blocks(sheet: Sheet) -> list[Block]:
    """All of it, in its order."""
    return [block for section in sections(sheet.whole) for block in _of(sheet, section)]


def sections(whole: Whole) -> tuple[Section, ...]:
    """The pieces that may be on paper. One with a memory that may not leaves no gap."""
    found = (_on_paper(section, whole) for section in whole.content.sections)
    return closed_up([section for section in found if section is not None])


def _on_paper(section: Section, whole: Whole) -> Section | None:
    if section.record is not None and section.record.ref not in whole.printable:
        return None
    if section.kind == "map":
        slugs = {p.slug for r in whole.records if r.ref in whole.printable for p in r.places}
        places = tuple(place for place in section.places if place.slug in slugs)
        return replace(section, places=places) if places else None
    if section.kind == "timeline":
        return _times_on_paper(section, whole)
    panes = tuple(p for p in section.panes if p.record is None or p.record.ref in whole.printable)
    if section.panes and not panes:
        return None
    return replace(section, panes=panes)


def _times_on_paper(section: Section, whole: Whole) -> Section | None:
    stops = (
        replace(stop, records=tuple(r for r in stop.records if r.ref in whole.printable))
        for stop in section.stops
    )
    left = tuple(stop for stop in stops if stop.records)
    return replace(section, stops=left) if left else None


def _of(sheet: Sheet, section: Section) -> Iterator[Block]:
    record = sheet.whole.record(section.record.ref) if section.record else None
    if record is not None and section.kind in TOLD and record.ref not in sheet.told:
        yield _memory(sheet, section, record)
        return
    yield from ({"kind": "note", "text": note} for note in section.content_notes)
    yield from _shown(sheet, section, record)


def _shown(sheet: Sheet, section: Section, record: Record | None) -> Iterator[Block]:
    """What is not a memory told in full."""
    if record is not None and section.kind in TOLD:
        chosen, caption = section.item or record.lead_item, section.text or record.title
        yield _figure(sheet, chosen, caption) if chosen else {"kind": "heading", "text": caption}
    elif section.kind in ("gallery", "pair"):
        title = section.title if section.kind == "gallery" else "Then and now"
        panes = [_pane(sheet, pane) for pane in section.panes]
        yield {"kind": "panes", "title": title, "panes": [one for one in panes if one["file"]]}
    elif section.kind in WRITTEN:
        yield WRITTEN[section.kind](sheet, section)


def _memory(sheet: Sheet, section: Section, record: Record) -> Block:
    """In full, which is the first time alone; after that comes its picture, or only its name."""
    sheet.told.add(record.ref)
    plays = [TO_HEAR[Kind(i.kind)] for i in record.items if i.kind in TO_HEAR]
    return {
        "kind": "memory",
        "title": record.title,
        "note": record.content_note,
        "facts": " · ".join(filter(None, (record.place_name, record.when_text))),
        "caption": section.text,
        "square": sheet.square(record.url, record.ref) if plays else "",
        "to_hear": plays[0] if plays else "",
        "credits": " ".join(record.credits),
        "parts": [_part(sheet, part.text, part.item) for part in record.parts],
    }


def _part(sheet: Sheet, text: str, item: RecordItem | None) -> Block:
    return _figure(sheet, item, item.caption) if item else _words(wording.of_words(text))


def _words(paragraphs: wording.Paragraphs) -> Block:
    said = [
        {
            "rtl": runs_leftwards("".join(run.text for run in runs)),
            "runs": [{"text": r.text, "bold": r.bold, "italic": r.italic} for r in runs],
        }
        for runs in paragraphs
    ]
    return {"kind": "words", "paragraphs": said}


def _figure(sheet: Sheet, item: RecordItem, caption: str) -> Block:
    """A picture of it where it has one; of a sound, the words that are said in it."""
    said = [{"speaker": one.speaker, "text": one.text} for one in item.said]
    return {
        "kind": "figure",
        "file": sheet.file(item.ref, STANDS_FOR.get(Kind(item.kind), SMALL)),
        "shape": _shape(item.width, item.height),
        "caption": caption,
        "about": item.description,
        "length": item.length,
        "said": said if item.kind in (Kind.AUDIO, Kind.VIDEO) else [],
        "square": "",
    }


def _shape(width: int | None, height: int | None) -> float:
    """Width by height; of what is unknown, that of a photograph."""
    return round(width / height, 4) if width and height else 1.5


def _pane(sheet: Sheet, pane: Pane) -> Block:
    named = f"From “{pane.record.title}”" if pane.record else ""
    return {
        "file": sheet.picture(pane.cover),
        "shape": _shape(pane.cover.width, pane.cover.height),
        "side": pane.side,
        "caption": " · ".join(filter(None, (pane.caption, named))),
        "about": pane.cover.description,
    }


def _picture(sheet: Sheet, section: Section) -> Block:
    cover = section.picture
    name = sheet.picture(cover)
    if cover is None or not name:
        return NOTHING
    return {
        "kind": "figure",
        "file": name,
        "shape": _shape(cover.width, cover.height),
        "caption": section.text,
        "about": cover.description,
        "length": "",
        "said": [],
        "square": "",
    }


def _clip(sheet: Sheet, section: Section) -> Block:
    lines = section.clip.lines if section.clip else ()
    record = section.record
    told = f"told by {record.teller}" if record and record.tellers else ""
    named = f"“{record.title}”" if record else ""
    return {
        "kind": "clip",
        "caption": section.text,
        "said": [{"speaker": one.speaker, "text": one.text} for one in lines],
        "from": ", ".join(filter(None, (named, told))),
        "square": sheet.way_to(record) if record else "",
    }


def _film(sheet: Sheet, section: Section) -> Block:
    """A frame of it, and the way to where it plays."""
    item, record = section.item, section.record
    if item is None or record is None:
        return NOTHING
    figure = _figure(sheet, item, section.text or record.title)
    return {**figure, "square": sheet.way_to(record)}


def _times(sheet: Sheet, section: Section) -> Block:
    stops = [
        {
            "label": stop.decade.label,
            "told": [{"title": r.title, "when": r.when_text} for r in stop.records],
        }
        for stop in section.stops
    ]
    return {"kind": "times", "title": section.title, "stops": stops}


WRITTEN: dict[str, Callable[[Sheet, Section], Block]] = {
    "chapter": lambda sheet, one: {
        "kind": "chapter",
        "number": one.number,
        "title": one.title,
        "text": one.text,
    },
    "heading": lambda sheet, one: {"kind": "heading", "text": one.text},
    "text": lambda sheet, one: _words(wording.of_html(one.text)),
    "quote": lambda sheet, one: {"kind": "quote", "text": one.text, "who": one.who},
    "picture": _picture,
    "clip": _clip,
    "film": _film,
    "map": lambda sheet, one: {
        "kind": "places",
        "title": one.title,
        "places": [place.name for place in one.places],
    },
    "timeline": _times,
}
"""The pieces that are one block on paper, by their kind."""
