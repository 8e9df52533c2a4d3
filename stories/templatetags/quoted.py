"""Words with what somebody quoted of them marked."""

from __future__ import annotations

import re
from collections.abc import Iterable

from django import template
from django.utils.html import escape, linebreaks
from django.utils.safestring import SafeString, mark_safe

from stories.conversation.quotes import Quote

register = template.Library()
PARAGRAPH = re.compile(r"(\n{2,})")


@register.filter
def marked(text: str, quotes: Iterable[Quote]) -> SafeString:
    """The paragraphs of the text, each quote in a ``<mark>``; of two that meet, the first."""
    said, at = [], 0
    for quote in sorted(quotes, key=lambda quote: quote.start):
        if quote.start >= at:
            said += [escape(text[at : quote.start]), _mark(text[quote.start : quote.end])]
            at = quote.end
    said.append(escape(text[at:]))
    return mark_safe(linebreaks("".join(said)))  # noqa: S308


def _mark(words: str) -> str:
    """A mark ends with its paragraph."""
    return "".join(
        piece if PARAGRAPH.fullmatch(piece) else f"<mark>{escape(piece)}</mark>"
        for piece in PARAGRAPH.split(words)
        if piece
    )
