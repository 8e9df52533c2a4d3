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


@dataclass(frozen=True)
class Route:
    """A pattern with the words that it takes, whoever answers: we, Wagtail or allauth."""

    pattern: str

    @property
    def words(self) -> list[str]:
        return WORD.findall(self.pattern)

    def filled(self, values: dict[str, Any]) -> str:
        return "/" + WORD.sub(lambda word: str(values[word[1]]), self.pattern)


def routes() -> list[Route]:
    """Each pattern once, in the order of its letters. One that stands behind another is it."""
    return [Route(pattern) for pattern in sorted(set(_walk(get_resolver(), "")))]


def _walk(resolver: URLResolver, before: str) -> Iterator[str]:
    for entry in resolver.url_patterns:
        here = before + _plain(entry.pattern)
        if isinstance(entry, URLResolver):
            yield from _walk(entry, here)
        elif isinstance(entry, URLPattern):
            yield here


def _plain(pattern: Any) -> str:
    """A path as it is written; of a regular expression, what it stands for."""
    if isinstance(pattern, RoutePattern):
        return str(pattern._route)
    assert isinstance(pattern, RegexPattern), pattern
    plain = GROUP.sub(lambda group: f"<{group[1]}>", str(pattern._regex))
    plain = plain.removeprefix("^").removesuffix("$").replace("\\", "")
    return EVERYTHING_ELSE.get(plain, plain)


EVERYTHING_ELSE = {"((?:[w-]+/)*)": "<path:page>", ".*/": "<path:page>"}
"""Wagtail's last patterns: a page of the site, and an address of the admin that there is not."""
