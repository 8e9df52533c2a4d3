"""What a showcase shows at this moment. A memory that was taken back leaves no gap."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import count, cycle

from wagtail.models import Site

from archive import curators, gathering, returning
from archive.models import ShowcasePage
from archive.sections import Section, cover_of, section
from archive.shapes import Cover, Record
from archive.stamps import fact, rest_on

__all__ = ["Content", "Section", "content_of", "cover_of", "newest", "telling"]


@dataclass(frozen=True)
class Content:
    """Everything that a showcase shows besides its title and introduction."""

    cover: Cover | None
    sections: tuple[Section, ...]
    curators: str = ""

    @property
    def chapters(self) -> tuple[Section, ...]:
        """The contents, where there are enough chapters to have any."""
        found = tuple(one for one in self.sections if one.kind == "chapter")
        return found if len(found) > 1 else ()

    @property
    def kinds(self) -> frozenset[str]:
        """What is in it, for the styles and scripts that it needs."""
        return frozenset(one.kind for one in self.sections)

    @property
    def is_covered(self) -> bool:
        """Whether anything in it waits until somebody wants it."""
        return any(one.content_notes for one in self.sections)


@dataclass(frozen=True)
class ShowcaseCard:
    """A showcase in a list."""

    url: str
    title: str
    summary: str
    cover: Cover | None


def newest(most: int | None = None) -> list[ShowcaseCard]:
    """Showcases that are published, the newest first."""
    return list(_all().values())[:most]


def telling(record: Record) -> list[ShowcaseCard]:
    """The showcases that a public memory is in, by name. One query at most."""
    return fact(f"telling {record.ref}", lambda: _telling(record)) if record.is_told_of else []


def _telling(record: Record) -> list[ShowcaseCard]:
    # One that was taken back meanwhile is in none until somebody has welcomed it back.
    rest_on(f"held:{record.number}", f"story:{record.number}")
    told = ShowcasePage.objects.live().filter(returning.shows(record.ref)).order_by("title")
    front = fact("front", _front)
    return [
        ShowcaseCard(f"/{path.removeprefix(front)}", title, "", None)
        for path, title in told.values_list("url_path", "title")
    ]


def content_of(page: ShowcasePage) -> Content:
    """The cover and the body as they can be shown now, in a number of reads that stays.

    The same body is put together once until something of it changes.
    """
    name = ("content", page.pk, page.cover_id, str(page.raw_blocks()))
    return fact(name, lambda: _content(page))


def _content(page: ShowcasePage) -> Content:
    rest_on(f"page:{page.pk}")
    hoard = gathering.hoard_of(page)
    found = ((n, section(block, hoard)) for n, block in enumerate(page.raw_blocks()))
    kept = [replace(one, place=n) for n, one in found if one is not None]
    return Content(
        cover_of(hoard.pictures.get(page.cover_id or 0)), closed_up(kept), curators.named(page)
    )


def closed_up(found: list[Section]) -> tuple[Section, ...]:
    """What is left, without a gap: no empty part, each side and each number as it comes."""
    return tuple(_numbered(_turned(_without_empty_parts(found))))


def _without_empty_parts(found: list[Section]) -> list[Section]:
    """Drop each heading and each chapter that has nothing under it any more."""
    kept: list[Section] = []
    below = "end"
    filled = False
    for one in reversed(found):
        is_empty = (one.kind == "heading" and below in ("heading", "chapter", "end")) or (
            one.kind == "chapter" and not filled
        )
        if not is_empty:
            kept.append(one)
            below, filled = one.kind, one.kind != "chapter"
    return kept[::-1]


def _turned(found: list[Section]) -> list[Section]:
    """The sides change from memory to memory, whatever stands between them."""
    sides = cycle((False, True))
    return [replace(s, turned=next(sides)) if s.kind == "story" else s for s in found]


def _numbered(found: list[Section]) -> list[Section]:
    """Chapters are counted as they are shown, so that a number never is missing."""
    numbers = count(1)
    return [replace(s, number=next(numbers)) if s.kind == "chapter" else s for s in found]


def _all() -> dict[int, ShowcaseCard]:
    """Each by its row, the newest first. There are tens of them, not thousands."""
    return fact("showcases", _read)


def _read() -> dict[int, ShowcaseCard]:
    rest_on("showcases")
    live = ShowcasePage.objects.live().select_related("cover__item")
    return {page.pk: _card(page) for page in live.order_by("-first_published_at", "-pk")}


def _front() -> str:
    """The beginning of every page's path in Wagtail's tree: that of the front door."""
    found: str = Site.objects.get(is_default_site=True).root_page.url_path
    return found


def _card(page: ShowcasePage) -> ShowcaseCard:
    return ShowcaseCard(page.url or "", page.title, page.introduction, cover_of(page.cover))
