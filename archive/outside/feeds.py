"""New stories as they come (Atom, RFC 4287): all of them, of a place, of a fund, of a showcase.

Read afresh each time through ``Story.objects.public()``, so what is taken back is gone
from them at once. What a reader has fetched before is theirs.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.syndication.views import Feed
from django.http import HttpRequest
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import escape

from archive import returning, subjects
from archive.models import ShowcasePage
from archive.outside import NAME, finding
from archive.outside.plain_xml import fit
from archive.records import Shelf
from archive.shapes import Record
from stories.models import Fund, Place, Story

MOST = 30
"""Memories in one feed."""

BEGAN = datetime(2026, 1, 1, tzinfo=UTC)
"""When the names of this archive's entries were first given (RFC 4151)."""


def name_of(record: Record) -> str:
    """What an entry is called for ever, whatever becomes of its title and its address."""
    return f"{_authority()}:stories/{record.ref}"


def _authority() -> str:
    return f"tag:{urlsplit(settings.WAGTAILADMIN_BASE_URL).hostname},{BEGAN.year}"


class Atom(Atom1Feed):
    """One with nothing in it has not changed since the beginning; Django would say "now"."""

    def latest_post_date(self) -> datetime:
        latest: datetime = super().latest_post_date() if self.items else BEGAN
        return latest


class Stories(Feed):  # type: ignore[type-arg]
    """The newest public memories of the whole archive."""

    feed_type = Atom
    language = "en-gb"
    author_name = NAME
    subtitle = "New stories of Collyhurst and Harpurhey, as the people tell them who were there."
    item_guid_is_permalink = False

    def title(self, obj: Any) -> str:
        return NAME if obj is None else f"{self.called(obj)} – {NAME}"

    def called(self, obj: Any) -> str:
        return str(obj)

    def link(self, obj: Any) -> str:
        return reverse("stories") if obj is None else str(obj.get_absolute_url())

    def feed_guid(self, obj: Any) -> str:
        return f"{_authority()}:feeds{self.link(obj)}"

    def shelf(self, obj: Any) -> Shelf:
        """The memories that are in it."""
        return Shelf()

    def items(self, obj: Any) -> list[Record]:
        return self.shelf(obj).newest(MOST)

    def item_guid(self, item: Record) -> str:
        return name_of(item)

    def item_title(self, item: Record) -> str:
        return fit(item.title)

    def item_description(self, item: Record) -> str:
        """Escaped, because readers take it for HTML."""
        return escape(fit(item.about))

    def item_link(self, item: Record) -> str:
        return item.url

    def item_author_name(self, item: Record) -> str:
        return fit(item.teller)

    def item_pubdate(self, item: Record) -> datetime | None:
        return item.published_at

    def item_updateddate(self, item: Record) -> datetime | None:
        return item.changed_at or item.published_at

    def item_categories(self, item: Record) -> list[str]:
        return [subject.label for subject in (*item.places, *item.funds)]


class OfPlace(Stories):
    """The newest of one place; at the address of one that was merged, those of what it is now."""

    def get_object(self, request: HttpRequest, slug: str) -> Place:
        return subjects.place_or_404(slug)

    def shelf(self, obj: Place) -> Shelf:
        return subjects.shelf(obj)


class OfFund(Stories):
    """The newest that carry one fund of knowledge."""

    def get_object(self, request: HttpRequest, slug: str) -> Fund:
        return subjects.fund_or_404(slug)

    def shelf(self, obj: Fund) -> Shelf:
        return subjects.shelf(obj)


class OfShowcase(Stories):
    """The newest of one showcase, without those that it may not show again."""

    def get_object(self, request: HttpRequest, slug: str) -> ShowcasePage:
        return finding.showcase_or_404(slug)

    def called(self, obj: ShowcasePage) -> str:
        return str(obj.title)

    def link(self, obj: ShowcasePage) -> str:
        return str(obj.url)

    def shelf(self, obj: ShowcasePage) -> Shelf:
        told = obj.story_ids()
        away = returning.to_ask(obj, told)
        return Shelf(Story.objects.filter(pk__in=set(told) - away))
