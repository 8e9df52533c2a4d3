"""Pieces of a page that are drawn once for what they show: the same records make the same card."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from functools import lru_cache
from typing import Any

from django import template
from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

register = template.Library()

MOST, MOST_LARGE = 3_000, 100
"""Pieces that this process remembers: of some 2 kB each, so about 6 MB; and large ones, of 20."""


@register.simple_tag
def drawn(name: str, **shown: Any) -> SafeString:
    """The template with these values and nothing else, so that nothing can be out of date.

    Values that are frozen through and through, and lists of them, are remembered by what they
    hold; others are drawn each time.
    """
    return _drawn(_remembered, name, shown)


@register.simple_tag
def drawn_large(name: str, **shown: Any) -> SafeString:
    """The same for the greater part of a page, of which fewer are remembered."""
    return _drawn(_remembered_large, name, shown)


@register.simple_tag
def drawn_each(
    template: str, each: str, values: Iterable[Hashable], **shown: Hashable
) -> SafeString:
    """The same piece for each of the values, which it knows as ``each``, one after another."""
    language, others = get_language(), tuple(shown.items())
    pieces = (_remembered(template, language, ((each, value), *others)) for value in values)
    return mark_safe("".join(pieces))  # noqa: S308 - templates have escaped what they show.


def _drawn(remembered: Callable[..., SafeString], name: str, shown: dict[str, Any]) -> SafeString:
    held = tuple((key, tuple(v) if isinstance(v, list) else v) for key, v in shown.items())
    try:
        return remembered(name, get_language(), held)
    except TypeError:
        return render_to_string(name, shown)


def _rendered(
    name: str, language: str | None, shown: tuple[tuple[str, Hashable], ...]
) -> SafeString:
    return render_to_string(name, dict(shown))


_remembered = lru_cache(maxsize=MOST)(_rendered)
_remembered_large = lru_cache(maxsize=MOST_LARGE)(_rendered)
