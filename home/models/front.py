"""The home page: the first thing anybody sees."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from copy import copy
from typing import Any

from django.db import models
from django.http import HttpRequest
from wagtail.admin.panels import FieldPanel, HelpPanel
from wagtail.models import Page

from archive.models.served import MayBeKept
from archive.stamps import facts, rest_on
from home.front import ways_in
from home.sites import is_a_visitor

HERO = "The biography of Collyhurst and Harpurhey"
INTRODUCTION = (
    "Mill hooters and Metrolink. Washing lines and Whit walks. The people who lived it "
    "tell it, and young reporters write it down."
)


DEEPEST = 3
"""Pages below one another, from the front door down to a showcase, and one to spare."""


class HomePage(MayBeKept, Page):
    """The front door: the newest showcase, the newest memories, and the ways in."""

    hero = models.CharField("large line", max_length=120, default=HERO)
    introduction = models.TextField(default=INTRODUCTION)

    max_count = 1
    subpage_types = ["archive.ShowcaseIndexPage", "home.PlainPage"]
    template = "home/home.html"

    content_panels = [
        HelpPanel(
            "<p>The front door. The newest showcase and memories come by themselves; "
            "here you change the words above them.</p>"
        ),
        *Page.content_panels,
        FieldPanel("hero", help_text="The large line. Eight words are plenty."),
        FieldPanel("introduction", help_text="Two or three sentences below it."),
    ]
    promote_panels: list[FieldPanel] = []
    settings_panels: list[FieldPanel] = []

    class Meta:
        verbose_name = "home page"

    def route(self, request: HttpRequest, path_components: list[str]) -> Any:
        """Ask for the page that is nearest to the whole address at once, not for each part."""
        front = self.url_path.rstrip("/")
        ways = ["/".join((front, *path_components[: n + 1], "")) for n in range(DEEPEST)]
        found = _pages_at(request, ways if path_components else [self.url_path])
        nearest = max(found, key=lambda page: page.depth, default=self)
        below = path_components[nearest.depth - self.depth :]
        if isinstance(nearest, HomePage):
            return super(HomePage, nearest).route(request, below)
        return nearest.route(request, below)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        return {**context, **ways_in()}


def _pages_at(request: HttpRequest, ways: list[str]) -> list[Page]:
    """Those that there are; to a visitor, as each was known until it changes."""
    if not is_a_visitor(request):
        return [page for _, page in _read_at(ways)]
    # Copies, because Wagtail writes down on its pages what it finds out about them.
    return [copy(page) for page in facts("page at", ways, _read_at).values()]


def _read_at(ways: Collection[str]) -> Iterator[tuple[str, Page]]:
    for page in Page.objects.filter(url_path__in=ways).specific():
        rest_on(f"page:{page.pk}")
        yield page.url_path, page
