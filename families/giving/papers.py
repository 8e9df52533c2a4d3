"""Signed papers behind answers. The layer that keeps files registers where they are found."""

from __future__ import annotations

from collections.abc import Callable, Collection

from families.roles import Anybody

Finder = Callable[[Anybody, Collection[int]], dict[int, list[str]]]
"""From somebody, and keys of answers, to the addresses of the papers that they may see."""

_finders: list[Finder] = []


def register(finder: Finder) -> Finder:
    """Ask `finder` from now on; asking for the same one twice changes nothing."""
    if finder not in _finders:
        _finders.append(finder)
    return finder


def of(user: Anybody, answers: Collection[int]) -> dict[int, list[str]]:
    """The addresses of the papers behind these answers, for those who may see them."""
    found: dict[int, list[str]] = {}
    for finder in _finders:
        for answer, addresses in finder(user, answers).items():
            found.setdefault(answer, []).extend(addresses)
    return found
