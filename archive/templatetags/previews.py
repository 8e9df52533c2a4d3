"""What the preview of an unpublished memory shows, to staff alone."""

from __future__ import annotations

from typing import Any

from django import template
from django.core.exceptions import PermissionDenied

from archive import records
from archive.shapes import Record
from families.roles import is_administrator
from stories.models import Story

register = template.Library()


@register.simple_tag(takes_context=True)
def preview_of(context: dict[str, Any], story: Story) -> Record:
    """The record that this memory would have. Raises PermissionDenied for whoever may not read it.

    ``story`` may hold words that are not saved yet; whether it may be read is asked
    of the saved one.
    """
    user = context["request"].user
    readable = Story.objects.visible_to(user).filter(pk=story.pk).exists()
    if not (user.is_authenticated and (readable or is_administrator(user))):
        raise PermissionDenied
    return records.as_it_would_be(story)
