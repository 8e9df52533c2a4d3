"""What a page of the desk says to its scripts about whose it is and what its device may keep."""

from __future__ import annotations

from typing import Any

from django import template
from django.conf import settings

from families.models import User
from families.sessions import whose

register = template.Library()


@register.filter
def name_on_device(user: Any) -> str:
    return whose.name_on_device(user) if isinstance(user, User) else ""


@register.simple_tag
def kept_on_device() -> int:
    """Bytes of a file that a browser keeps until it is at school."""
    return int(settings.MEDIA_KEPT_ON_DEVICE)
