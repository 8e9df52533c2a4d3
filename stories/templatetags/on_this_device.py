"""What was recorded and is still only on this device, for any page of the desk."""

from __future__ import annotations

from typing import Any

from django import template

from stories.contribute.recording import locks
from stories.models import Story

register = template.Library()


@register.inclusion_tag("stories/desk/recording/_on_this_device.html", takes_context=True)
def on_this_device(
    context: dict[str, Any], story: Story | None = None, way: str = ""
) -> dict[str, Any]:
    """A list that a script fills and sends on: of one memory, or of all of this person's.

    ``way`` is the screen on which it stands, which shows what is unfinished there by itself.
    """
    user = context["request"].user
    return {"story": story, "way": way, "marks": locks.marks(user)}
