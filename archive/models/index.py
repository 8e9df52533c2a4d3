"""The shelf on which every showcase stands."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.http import HttpRequest
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page, PagePermissionTester

from archive.models.served import MayBeKept
from families.models import User


class ShowcaseIndexPage(MayBeKept, Page):
    """The list at ``/showcases/``. There is one, and it holds nothing but showcases."""

    introduction = models.TextField(
        blank=True, default="Memories that belong together. Look through them in your own time."
    )

    max_count = 1
    parent_page_types = ["home.HomePage"]
    subpage_types = ["archive.ShowcasePage"]
    template = "archive/showcase_index.html"

    content_panels = [*Page.content_panels, FieldPanel("introduction")]
    promote_panels: list[FieldPanel] = []
    settings_panels: list[FieldPanel] = []

    class Meta:
        verbose_name = "list of showcases"
        verbose_name_plural = "lists of showcases"

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from archive.showcases import newest

        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        return {**context, "cards": newest()}

    def permissions_for_user(self, user: User) -> PagePermissionTester:
        from archive.permissions import IndexPermissionTester

        return IndexPermissionTester(user, self)
