"""Every address of a namespace in the Wagtail admin, filled in from the resolver itself.

A later Wagtail may bring new addresses: they are in these tests without being named.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.urls import NoReverseMatch, URLPattern, URLResolver, get_resolver, reverse


def names(namespace: str) -> list[tuple[str, frozenset[str]]]:
    """Each address's name and the words it takes."""
    return sorted(
        {
            (pattern.name, frozenset(pattern.pattern.regex.groupindex))
            for pattern in _patterns(get_resolver(), namespace)
            if pattern.name
        },
        key=lambda address: address[0],
    )


def address(namespace: str, name: str, words: dict[str, Any]) -> str:
    return reverse(f"{namespace}:{name}", kwargs=words)


def addresses(namespace: str, known: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Name and address of each, with the words that are known; fails on an unknown word."""
    for name, takes in names(namespace):
        words = {word: known[word] for word in takes}
        try:
            yield name, address(namespace, name, words)
        except NoReverseMatch as wrong:
            raise AssertionError(f"Cannot fill in {namespace}:{name} with {words}") from wrong


def _patterns(resolver: URLResolver, namespace: str) -> Iterator[URLPattern]:
    for entry in resolver.url_patterns:
        if isinstance(entry, URLResolver):
            if entry.namespace == namespace:
                yield from (p for p in entry.url_patterns if isinstance(p, URLPattern))
            yield from _patterns(entry, namespace)
