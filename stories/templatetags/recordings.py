"""What is said in a recording, for the pages on which a memory is read."""

from __future__ import annotations

from django import template

from media.models import Item
from media.transcripts import lines
from media.transcripts.captions import NAME
from media.transcripts.lines import Line

register = template.Library()


@register.filter
def public_lines(item: Item) -> tuple[Line, ...]:
    """What every reader of the memory may read."""
    return lines.public_lines(item)


@register.filter
def all_lines(item: Item) -> tuple[Line, ...]:
    """Everything that is written down, held back or not; for those who review the memory."""
    return lines.all_lines(item)


@register.filter
def captions_address(item: Item) -> str:
    """Where a player finds the captions, or "" where there are none."""
    return item.url(NAME) if item.derivative(NAME) else ""
