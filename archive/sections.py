"""The pieces of a showcase as they can be shown now, each made from one block."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any, Literal

from archive import clips, quoting
from archive.clips import Clip, Held
from archive.decades import Decade
from archive.inside import Block, listed
from archive.shapes import Cover, Record, RecordItem, as_cover, content_notes
from archive.stamps import rest_on
from media.formats import Kind
from media.models import Picture
from media.transcripts import clock
from stories.models import Place
from stories.places.drawn import Pin

SectionKind = Literal[
    "heading",
    "chapter",
    "text",
    "quote",
    "story",
    "picture",
    "picture_story",
    "gallery",
    "clip",
    "film",
    "pair",
    "map",
    "timeline",
]


@dataclass(frozen=True)
class Pane:
    """One of several pictures side by side; of a memory, or of the library."""

    cover: Cover
    caption: str = ""
    record: Record | None = None
    side: str = ""


@dataclass(frozen=True)
class Stop:
    """Ten years of a showcase’s timeline."""

    decade: Decade
    records: tuple[Record, ...]


@dataclass(frozen=True)
class Section:
    """One piece of a showcase; which fields it has depends on its kind.

    Every second memory is ``turned``: its picture stands on the other side. ``number`` is
    that of a chapter, ``place`` that of its block in the body, from nought.
    """

    kind: SectionKind
    text: str = ""
    who: str = ""
    record: Record | None = None
    picture: Cover | None = None
    turned: bool = False
    title: str = ""
    item: RecordItem | None = None
    clip: Clip | None = None
    panes: tuple[Pane, ...] = ()
    pins: tuple[Pin, ...] = ()
    places: tuple[Place, ...] = ()
    stops: tuple[Stop, ...] = ()
    number: int = 0
    place: int = 0

    @property
    def records(self) -> tuple[Record, ...]:
        """The memories that it shows something of, in their order."""
        shown = (self.record, *(pane.record for pane in self.panes))
        return tuple(record for record in shown if record is not None)

    @property
    def content_notes(self) -> tuple[str, ...]:
        """What is said before anything of it."""
        return content_notes(self.records)


@dataclass(frozen=True)
class Hoard:
    """Everything that the blocks of one showcase may be made of, read at once."""

    records: dict[int, Record] = field(default_factory=dict)
    pictures: dict[int, Picture] = field(default_factory=dict)
    in_full: dict[int, Record] = field(default_factory=dict)
    held: Held = field(default_factory=dict)
    pins: tuple[Pin, ...] = ()
    places: tuple[Place, ...] = ()
    stops: tuple[Stop, ...] = ()


def section(block: Block, hoard: Hoard) -> Section | None:
    """One block, or None where there is nothing left to show."""
    kind, value = block
    return MAKERS[kind](value, hoard) if value and kind in MAKERS else None


def cover_of(picture: Picture | None) -> Cover | None:
    """A picture of the library as a page shows it; None until it is ready."""
    if picture is None or picture.item is None:
        return None
    rest_on(f"picture:{picture.pk}", f"item:{picture.item_id}")
    if not picture.item.is_ready:
        return None
    item = picture.item
    return Cover(item.ref, item.width, item.height, picture.description)


def _heading(value: str, hoard: Hoard) -> Section:
    return Section("heading", value)


def _text(value: str, hoard: Hoard) -> Section:
    return Section("text", value)


def _chapter(value: dict[str, Any], hoard: Hoard) -> Section | None:
    title = value.get("title") or ""
    return Section("chapter", value.get("text") or "", title=title) if title else None


def _quote(value: dict[str, Any], hoard: Hoard) -> Section:
    return Section("quote", value.get("text") or "", value.get("who") or "")


def _story(value: int, hoard: Hoard) -> Section | None:
    record = hoard.records.get(value)
    return Section("story", record=record) if record else None


def _picture(value: dict[str, Any], hoard: Hoard) -> Section | None:
    picture = cover_of(hoard.pictures.get(value.get("picture") or 0))
    return Section("picture", value.get("caption") or "", picture=picture) if picture else None


def _picture_story(value: dict[str, Any], hoard: Hoard) -> Section | None:
    """A memory without a picture is told beside its words, with the caption above them."""
    record = hoard.records.get(value.get("story") or 0)
    if record is None:
        return None
    caption = value.get("caption") or ""
    shown = next((item for item in record.items if item.is_cover), None)
    if shown is None or shown.kind != Kind.IMAGE:
        shown = clips.of_kind(record, Kind.IMAGE, 1)
    if shown is None:
        return Section("story", caption, record=record)
    return Section("picture_story", caption or shown.caption, record=record, item=shown)


def _pull_quote(value: dict[str, Any], hoard: Hoard) -> Section | None:
    """Gone too when the memory does not say it any more."""
    record, text = hoard.in_full.get(value.get("story") or 0), value.get("text") or ""
    if record is None or not quoting.is_said_in(record, text):
        return None
    return Section("quote", text, record.teller, record=record)


def _clip(value: dict[str, Any], hoard: Hoard) -> Section | None:
    record = hoard.in_full.get(value.get("story") or 0)
    item = clips.recording(record, value.get("which") or 1) if record else None
    start, end = clock.read(value.get("start") or ""), clock.read(value.get("end") or "")
    if item is None or start is None or end is None:
        return None
    clip = clips.cut(item, start, end, hoard.held)
    if clip is None:
        return None
    return Section("clip", value.get("caption") or "", record=record, clip=clip)


def _film(value: dict[str, Any], hoard: Hoard) -> Section | None:
    record = hoard.records.get(value.get("story") or 0)
    item = clips.of_kind(record, Kind.VIDEO, value.get("which") or 1) if record else None
    if item is None:
        return None
    return Section("film", value.get("caption") or item.caption, record=record, item=item)


def _gallery(value: dict[str, Any], hoard: Hoard) -> Section | None:
    """One that is left alone is a picture, not a gallery of one."""
    return _of_panes("gallery", value, map(listed, value.get("pictures") or ()), hoard)


def _pair(value: dict[str, Any], hoard: Hoard) -> Section | None:
    sides = [{**(value.get(side) or {}), "side": side.title()} for side in ("then", "now")]
    return _of_panes("pair", value, sides, hoard)


def _of_panes(
    kind: Literal["gallery", "pair"],
    value: dict[str, Any],
    panes: Iterable[dict[str, Any]],
    hoard: Hoard,
) -> Section | None:
    shown = tuple(pane for pane in (_pane(one, hoard) for one in panes) if pane is not None)
    if not shown:
        return None
    if len(shown) == 1:
        only = shown[0]
        return Section("picture", only.caption, picture=only.cover, record=only.record)
    return Section(kind, title=value.get("title") or "", panes=shown)


def _pane(value: dict[str, Any], hoard: Hoard) -> Pane | None:
    caption, side = value.get("caption") or "", value.get("side") or ""
    if value.get("story"):
        record = hoard.records.get(value["story"])
        item = clips.of_kind(record, Kind.IMAGE, value.get("which") or 1) if record else None
        return Pane(as_cover(item), caption or item.caption, record, side) if item else None
    cover = cover_of(hoard.pictures.get(value.get("picture") or 0))
    return Pane(cover, caption, side=side) if cover else None


def _map(value: dict[str, Any], hoard: Hoard) -> Section | None:
    if not hoard.pins:
        return None
    title = value.get("title") or "Where it was"
    return Section("map", title=title, pins=hoard.pins, places=hoard.places)


def _timeline(value: dict[str, Any], hoard: Hoard) -> Section | None:
    title = value.get("title") or "When it was"
    return Section("timeline", title=title, stops=hoard.stops) if hoard.stops else None


MAKERS: dict[str, Callable[[Any, Hoard], Section | None]] = {
    "heading": _heading,
    "text": _text,
    "chapter": _chapter,
    "quote": _quote,
    "story": _story,
    "picture": _picture,
    "picture_story": _picture_story,
    "pull_quote": _pull_quote,
    "clip": _clip,
    "film": _film,
    "gallery": _gallery,
    "pair": _pair,
    "map": _map,
    "timeline": _timeline,
}
"""What makes a section of each block, by the block’s name."""
