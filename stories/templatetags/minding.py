"""The list of what a stranger could use, below the box in which it stands."""

from __future__ import annotations

from typing import Any

from django import template

register = template.Library()


@register.inclusion_tag("stories/desk/_minded.html", takes_context=True)
def minded(context: dict[str, Any], name: str, control: str) -> dict[str, Any]:
    """Room for the list of one box: its name in the form, and the id of its control."""
    found = context.get("minded") or {}
    return {"name": name, "control": control, "underlines": found.get(name, [])}
