"""What a showcase shows at this moment. A memory that was taken back leaves no gap."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import cycle
from typing import Any, Literal

from archive.models import ShowcasePage
from archive.records import by_number
from archive.shapes import Cover, Record
from media.models import Picture

SectionKind = Literal["heading", "text", "quote", "story", "picture"]


@dataclass(frozen=True)
class Section:
    """One piece of a showcase; which fields it has depends on its kind.

    Every second memory is ``turned``: its picture stands on the other side.
    """

    kind: SectionKind
    text: str = ""
    who: str = ""
    record: Record | None = None
    picture: Cover | None = None
    turned: bool = False


@dataclass(frozen=True)
class Content:
    """Everything that a showcase shows besides its title and introduction."""

    cover: Cover | None
    sections: tuple[Section, ...]


@dataclass(frozen=True)
class ShowcaseCard:
    """A showcase in a list."""

    url: str
    title: str
    summary: str
    cover: Cover | None


def newest(most: int | None = None) -> list[ShowcaseCard]:
    """Showcases that are published, the newest first."""
    return [_card(page) for page in _live().order_by("-first_published_at", "-pk")[:most]]


def telling(record: Record) -> list[ShowcaseCard]:
    """The showcases that a public memory is in."""
    pages = _live().filter(held_stories__story__ref=record.ref).order_by("title")
    return [_card(page) for page in pages]


def cover_of(picture: Picture | None) -> Cover | None:
    """A picture of the library as a page shows it; None until it is ready."""
    if picture is None or picture.item is None or not picture.item.is_ready:
        return None
    item = picture.item
    return Cover(item.ref, item.width, item.height, picture.description)


def content_of(page: ShowcasePage) -> Content:
    """The cover and the body as they can be shown now: six reads, however long it is."""
    records = by_number(page.story_ids())
    pictures = Picture.objects.select_related("item").in_bulk(page.picture_ids())
    found = (_section(kind, value, records, pictures) for kind, value in page.raw_blocks())
    kept = _without_empty_headings([section for section in found if section is not None])
    return Content(cover_of(pictures.get(page.cover_id)), tuple(_turned(kept)))


def _section(
    kind: str, value: Any, records: dict[int, Record], pictures: dict[int, Picture]
) -> Section | None:
    """One block, or None where there is nothing left to show."""
    if kind == "story":
        record = records.get(value)
        return Section("story", record=record) if record else None
    if kind == "picture":
        picture = cover_of(pictures.get(value.get("picture")))
        return Section("picture", value.get("caption") or "", picture=picture) if picture else None
    if kind == "quote":
        return Section("quote", value.get("text") or "", value.get("who") or "")
    return Section("heading" if kind == "heading" else "text", value) if value else None


def _without_empty_headings(found: list[Section]) -> list[Section]:
    """Drop each heading that has nothing under it any more."""
    kinds_below = [*(section.kind for section in found), "heading"][1:]
    return [
        section
        for section, below in zip(found, kinds_below, strict=True)
        if section.kind != "heading" or below != "heading"
    ]


def _turned(found: list[Section]) -> list[Section]:
    """The sides change from memory to memory, whatever stands between them."""
    sides = cycle((False, True))
    return [replace(s, turned=next(sides)) if s.kind == "story" else s for s in found]


def _live() -> Any:
    return ShowcasePage.objects.live().select_related("cover__item")


def _card(page: ShowcasePage) -> ShowcaseCard:
    return ShowcaseCard(page.url or "", page.title, page.introduction, cover_of(page.cover))
