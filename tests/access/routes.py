"""Every address of the archive, read from the resolver, so that a new one is in the matrix."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver
from django.urls.resolvers import RegexPattern, RoutePattern

WORD = re.compile(r"<(?:\w+:)?(\w+)>")
GROUP = re.compile(r"\(\?P<(\w+)>(?:[^()]|\([^()]*\))*\)")
OURS = ["families", "media", "stories", "archive", "home"]


@dataclass(frozen=True)
class Route:
    """A pattern with the words that it takes; ``is_ours`` unless Wagtail or allauth answers."""

    pattern: str
    is_ours: bool

    @property
    def words(self) -> list[str]:
        return WORD.findall(self.pattern)

    def filled(self, values: dict[str, Any]) -> str:
        return "/" + WORD.sub(lambda word: str(values[word[1]]), self.pattern)


def routes() -> list[Route]:
    """Each pattern once, in the order of its letters."""
    found = {route.pattern: route for route in _walk(get_resolver(), "", False)}
    return [found[pattern] for pattern in sorted(found)]


def _walk(resolver: URLResolver, before: str, ours: bool) -> Iterator[Route]:
    for entry in resolver.url_patterns:
        here = before + _plain(entry.pattern)
        if isinstance(entry, URLResolver):
            yield from _walk(entry, here, ours or _is_ours(entry.urlconf_name))
        elif isinstance(entry, URLPattern):
            yield Route(here, _is_ours(entry.callback.__module__) or _is_our_viewset(here))


def _is_ours(module: Any) -> bool:
    name = getattr(module, "__name__", None) or str(module)
    return name.partition(".")[0] in OURS


ROOMS = (
    "accounts|classes|families|people|schools|moderation|worries|places|funds|files|whom_to_call"
    "|place_suggestions|stories/story|decks|assignments|reports/audit|incidents|items"
    "|consent_wordings"
)


def _is_our_viewset(pattern: str) -> bool:
    """Wagtail's views, but of our rows."""
    return re.match(rf"admin/(?:{ROOMS})(?:/|$)", pattern) is not None


def _plain(pattern: Any) -> str:
    if isinstance(pattern, RoutePattern):
        return str(pattern._route)
    assert isinstance(pattern, RegexPattern), pattern
    plain = GROUP.sub(lambda group: f"<{group[1]}>", str(pattern._regex))
    return plain.removeprefix("^").removesuffix("$").replace("\\", "")
