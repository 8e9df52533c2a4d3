"""What an address of ours names, as far as everybody may see it."""

from __future__ import annotations

from django.http import Http404
from django.urls import Resolver404, resolve

from archive.models import ShowcasePage
from archive.records import Shelf, was_taken_back
from archive.shapes import Record
from stories.models import Story

__all__ = [
    "showcase",
    "showcase_or_404",
    "showcase_slug",
    "story",
    "story_ref",
    "was_taken_back",
]

SHOWCASES = "/showcases/"


def story(ref: str) -> Record | None:
    """The public memory of that ref, without every word in its files. Five queries."""
    return next(iter(Shelf(Story.objects.filter(ref=ref))[:1]), None)


def showcase(slug: str) -> ShowcasePage | None:
    """The published showcase at that address. One query."""
    known = ShowcasePage.objects.live().select_related("cover__item")
    page: ShowcasePage | None = known.filter(slug=slug).first()
    return page


def showcase_or_404(slug: str) -> ShowcasePage:
    """Raises Http404 where there is none that is published."""
    page = showcase(slug)
    if page is None:
        raise Http404
    return page


def story_ref(path: str) -> str:
    """The ref in the path of a memory's page; "" where it is another page's."""
    try:
        match = resolve(path)
    except Resolver404:
        return ""
    return str(match.kwargs["ref"]) if match.url_name == "story" else ""


def showcase_slug(path: str) -> str:
    """The slug in the path of a showcase, also of its slides; "" where it is another page's."""
    parts = path.removeprefix(SHOWCASES).removesuffix("present/").split("/")
    here = path.startswith(SHOWCASES) and len(parts) == 2  # noqa: PLR2004
    return parts[0] if here and not parts[1] else ""
