"""Where a curator meets the tray: in the queue, on the review page, on the public site."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.urls import reverse, reverse_lazy
from django.utils.http import urlencode
from wagtail.admin.menu import MenuItem
from wagtail.admin.userbar import BaseItem
from wagtail.admin.widgets.button import Button, HeaderButton

from archive.permissions import is_curator, may_curate, shared_with
from families.admin.boundary import signed_in
from families.models import User
from stories.models import Story

LABEL = "Add to my tray"
ICON = "folder-open-inverse"


class CuratorsMenuItem(MenuItem):
    """For those who make showcases."""

    def is_shown(self, request: HttpRequest) -> bool:
        return is_curator(signed_in(request))


class SharedMenuItem(MenuItem):
    """For those with whom something is shared."""

    def is_shown(self, request: HttpRequest) -> bool:
        return shared_with(signed_in(request)).exists()


def tray_item() -> MenuItem:
    return CuratorsMenuItem("My tray", reverse_lazy("tray"), name="tray", icon_name=ICON, order=210)


def shared_item() -> MenuItem:
    address = reverse_lazy("showcases_shared")
    return SharedMenuItem("Shared with us", address, name="shared", icon_name="glasses", order=215)


class AddToTrayItem(BaseItem):
    """In the userbar of a public memory."""

    template_name = "archive/admin/userbar_tray.html"

    def __init__(self, ref: str) -> None:
        self.ref = ref

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(parent_context)
        return context | {"ref": self.ref}


def userbar(request: HttpRequest, items: list[Any], page: Any) -> None:
    """Add it where a public memory is shown, for those who make showcases."""
    here = request.resolver_match
    if here is not None and here.url_name == "story" and is_curator(request.user):
        items.append(AddToTrayItem(here.kwargs["ref"]))


def row_buttons(story: Any, user: User, next_url: str | None = None) -> list[Button]:
    """In the menu of a row of the queue, where the memory is public."""
    if not isinstance(story, Story) or not _offers(story, user):
        return []
    address = f"{reverse('tray_add', args=[story.ref])}?{urlencode({'next': next_url or ''})}"
    return [Button(LABEL, url=address, icon_name=ICON, priority=30)]


def review_buttons(story: Story, user: User) -> list[HeaderButton]:
    """In the head of the review page (hook ``register_review_buttons``)."""
    if not _offers(story, user):
        return []
    return [HeaderButton(LABEL, url=reverse("tray_add", args=[story.ref]), icon_name=ICON)]


def _offers(story: Story, user: User) -> bool:
    """Whether it is public, asked of the row that is at hand: a list has many."""
    is_public = story.live and not story.held and story.audience == "everyone"
    return is_public and story.status == "published" and is_curator(user)


def page_buttons(page: Any, user: User, **_: Any) -> list[Button]:
    """In the menu of a showcase: with whom it is shared, and what students propose."""
    from archive.models import ShowcasePage

    if not isinstance(page, ShowcasePage) or not may_curate(user, page):
        return []
    return [
        Button(
            "Share before it is public",
            url=reverse("showcase_sharing", args=[page.pk]),
            icon_name="group",
            priority=70,
        ),
        Button(
            "Proposals of students",
            url=reverse("showcase_proposals", args=[page.pk]),
            icon_name="edit",
            priority=75,
        ),
    ]
