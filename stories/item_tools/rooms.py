"""The two places where somebody works on an item, so that one page serves both."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import HttpRequest
from django.urls import reverse

from families.roles import Anybody
from media.models import Item, Picture
from stories import access
from stories.models import Story


@dataclass(frozen=True)
class Room:
    """A place with its own frame; its addresses are named `<name>_<tool>`."""

    name: str
    frame: str
    """The template that a page of this room extends; pages fill its block `tool`."""

    def address(self, tool: str, item: Item, *, came_from: str = "") -> str:
        """Where that tool for this item is, in this room; and the memory to go back to."""
        address = reverse(f"{self.name}_{tool}", args=[item.ref])
        return f"{address}?{urlencode({'memory': came_from})}" if came_from else address


DESK = Room("desk_item", "stories/item_tools/desk.html")
ADMIN = Room("admin_item", "stories/item_tools/admin.html")


def came_from(request: HttpRequest) -> str:
    """The ref of the memory from which somebody came, as the address says; "" for none."""
    return request.GET.get("memory", "")


def way_back(room: Room, item: Item, user: Anybody, wanted: str = "") -> str:
    """The memory that the item is in, as this person works on it here, or its library's page.

    Of several memories it is the one that is ``wanted``, by its ref.
    """
    used_in = sorted(
        Story.objects.filter(parts__item=item).distinct(), key=lambda story: story.ref != wanted
    )
    if room is DESK:
        own = next((story for story in used_in if story.author_id == user.pk), None)
        return reverse("desk_story", args=[own.ref]) if own else reverse("desk")
    reviewed = next((story for story in used_in if access.may_review(user, story)), None)
    if reviewed is not None:
        return reverse("moderation:review", args=[reviewed.ref])
    kept = Picture.objects.filter(item=item).first()
    if kept is not None:
        return reverse("wagtailimages:edit", args=[kept.pk])
    return reverse("wagtailadmin_home")
