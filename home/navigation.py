"""The links that staff chose for the head and the foot of every page."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from archive.stamps import fact, rest_on
from home.models import NavigationLink

ALWAYS = "privacy"
"""The page that no foot may be without: what is kept of people, and why (UK GDPR, article 13)."""


@dataclass(frozen=True)
class Link:
    """Where it leads, and its words. Words that came with the archive are translated."""

    address: str
    words: str

    @property
    def beginning(self) -> str:
        """The first part of its address."""
        return beginning(self.address)


def links() -> dict[str, list[Link]]:
    """By place, in one query at most; a plain page stands right below the front door."""
    return fact("navigation", _links)


def _links() -> dict[str, list[Link]]:
    rest_on("navigation")
    chosen: dict[str, list[Link]] = defaultdict(list)
    rows = NavigationLink.objects.filter(page__live=True)
    for place, words, title, slug in rows.values_list(
        "place", "words", "page__title", "page__slug"
    ):
        chosen[place].append(Link(f"/{slug}/", words or title))
    return {"head": chosen["head"], "foot": chosen["foot"]}


def in_templates(request: HttpRequest) -> dict[str, object]:
    """For every page; asked for only where a page has a head or a foot."""
    return {"navigation": SimpleLazyObject(links), "here": beginning(request.path)}


def beginning(path: str) -> str:
    """The first part of an address: "stories" of "/stories/feed/"."""
    return path.split("/", 2)[1]


def is_needed(link: NavigationLink) -> bool:
    """Whether the foot cannot do without it."""
    return link.place == NavigationLink.Place.FOOT and link.page.slug == ALWAYS
