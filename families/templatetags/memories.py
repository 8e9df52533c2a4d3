"""What a memory is called, for templates that have its ref."""

from collections.abc import Mapping

from django import template

register = template.Library()


@register.filter
def title_of(titles: Mapping[str, str], ref: str) -> str:
    """Its title in quotation marks; no more than that it is one, where it may not be named."""
    return f"“{titles[ref]}”" if ref in titles else "One memory"
