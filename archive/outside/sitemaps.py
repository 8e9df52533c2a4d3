"""Every public address for search engines, in pieces (sitemaps.org), each of a few queries.

Only what a sitemap shows is read of a memory, because a piece holds thousands.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.contrib.sitemaps import Sitemap
from django.db.models import Max, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe
from wagtail.models import Page

from archive.models import ShowcasePage
from archive.outside import addresses
from stories.models import Fund, Place, Story

A_PIECE = 5_000
"""Addresses in one piece; the protocol allows ten times as many."""

CLOSED = ("/admin/", "/account/", "/desk/", "/agree/", "/join/", "/news/", "/stories/suggestions/")
"""Where a search engine finds nothing that is public."""


class Piece(Sitemap):  # type: ignore[type-arg]
    """What all pieces have in common. Their scheme is that of whoever asks."""

    limit = A_PIECE
    changed = "last_published_at"

    def get_latest_lastmod(self) -> datetime | None:
        """When anything in it changed last, asked of the database alone."""
        found: datetime | None = self.rows().aggregate(latest=Max(self.changed))["latest"]
        return found

    def rows(self) -> QuerySet[Any]:
        """What stands in the database of it."""
        raise NotImplementedError

    def items(self) -> Any:
        return self.rows()

    def lastmod(self, item: Any) -> datetime | None:
        moment: datetime | None = getattr(item, self.changed)
        return moment


class Stories(Piece):
    """Every public memory, in the order in which they were begun, so that pieces stay."""

    def rows(self) -> QuerySet[Story]:
        told = Story.objects.public().only("ref", "title", "last_published_at")
        return told.order_by("pk")


class Subjects(Piece):
    """Places, or funds of knowledge, of which somebody tells something."""

    changed = "told_at"
    model: type[Place | Fund]

    def rows(self) -> QuerySet[Any]:
        told = "tagged_stories__content_object"
        public = Q(**{f"{told}__in": Story.objects.public()})
        latest = Max(f"{told}__last_published_at", filter=public)
        places = self.model._default_manager.annotate(told_at=latest)
        kept: QuerySet[Any] = places.filter(told_at__isnull=False).order_by("pk")
        return kept


class Places(Subjects):
    """Places by when somebody told something of them last."""

    model = Place


class Funds(Subjects):
    """Funds of knowledge, the same."""

    model = Fund


class Showcases(Piece):
    """Showcases that are published."""

    def rows(self) -> QuerySet[ShowcasePage]:
        published: QuerySet[ShowcasePage] = ShowcasePage.objects.live().order_by("pk")
        return published

    def location(self, item: ShowcasePage) -> str:
        return item.url or ""


class Pages(Piece):
    """The front door, the plain pages, and the lists."""

    LISTS = ("stories", "places", "funds", "map", "timeline")

    def items(self) -> list[Any]:
        """Pages as rows, lists by the name of their address."""
        return [*self.rows(), *self.LISTS]

    def rows(self) -> QuerySet[Page]:
        published = Page.objects.live().exclude(depth=1).not_type(ShowcasePage)
        pages: QuerySet[Page] = published.order_by("path")
        return pages

    def location(self, item: Any) -> str:
        return reverse(item) if isinstance(item, str) else item.url or ""

    def lastmod(self, item: Any) -> datetime | None:
        return None if isinstance(item, str) else item.last_published_at


PIECES: dict[str, type[Piece]] = {
    "stories": Stories,
    "places": Places,
    "funds": Funds,
    "showcases": Showcases,
    "pages": Pages,
}


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """``/robots.txt``: where there is nothing to find, and where everything is."""
    lines = [
        "User-agent: *",
        *(f"Disallow: {start}" for start in CLOSED),
        "",
        f"Sitemap: {addresses.site(request)}{reverse('sitemap_index')}",
    ]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")
