"""The way on from a memory that somebody has wandered to."""

from __future__ import annotations

from typing import Any

from django import template

from archive import walking

register = template.Library()


@register.simple_tag(takes_context=True)
def wander_from(context: template.Context, ref: str) -> str:
    """The address of the next step, with the last memories that were seen."""
    request: Any = context["request"]
    return walking.address(ref, request.GET)
