"""Words with what was found in them highlighted, and with what somebody quoted of them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

from django import template
from django.utils.html import escape, linebreaks
from django.utils.safestring import SafeString, mark_safe

from stories.conversation.quotes import Quote
from stories.moderation.marks.hit import Span

register = template.Library()
PARAGRAPH = re.compile(r"\n{2,}")

Spots = Iterable[Span | Quote]


@register.filter
def found(text: str, spots: Spots) -> SafeString:
    """The text with each spot in a ``<mark>``; what was found carries its number."""
    return mark_safe("".join(_pieces(text, list(spots))))  # noqa: S308


@register.filter
def found_in_paragraphs(text: str, spots: Spots) -> SafeString:
    """The same, in paragraphs. A mark ends with its paragraph."""
    return mark_safe(linebreaks("".join(_pieces(text, list(spots)))))  # noqa: S308


@register.filter
def found_in_lines(text: str, spots: Spots) -> SafeString:
    """The same, with each line on its own."""
    return mark_safe("<br>".join("".join(_pieces(text, list(spots))).split("\n")))  # noqa: S308


def _pieces(text: str, spots: list[Span | Quote]) -> Iterable[str]:
    """Cut wherever a spot or a paragraph begins or ends, so that none has to close another."""
    ends = {end for spot in spots for end in (spot.start, spot.end)}
    breaks = {end for gap in PARAGRAPH.finditer(text) for end in gap.span()}
    for start, end in pairwise(sorted({0, len(text), *ends, *breaks})):
        here = [spot for spot in spots if spot.start <= start and end <= spot.end]
        yield _piece(text[start:end], start, here)
        for spot in here:
            if isinstance(spot, Span) and spot.is_first and spot.end == end:
                yield _number(spot.number)


def _piece(words: str, start: int, here: list[Span | Quote]) -> str:
    if not here or PARAGRAPH.fullmatch(words):
        return escape(words)
    spans = [spot for spot in here if isinstance(spot, Span)]
    begins = next((one for one in spans if one.is_first and one.start == start), None)
    name = f' id="mark-{begins.number}"' if begins else ""
    kind = ' class="found"' if spans else ""
    return f"<mark{kind}{name}>{escape(words)}</mark>"


def _number(number: int) -> str:
    said = f'<span class="w-sr-only"> (found: {number})</span>'
    return f'<a class="found__number" href="#found-{number}"><b>{number}</b>{said}</a>'
