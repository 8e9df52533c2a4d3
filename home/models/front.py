"""The home page: the first thing anybody sees."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.http import HttpRequest
from wagtail.admin.panels import FieldPanel, HelpPanel
from wagtail.models import Page

from archive.models.served import MayBeKept
from home.front import ways_in

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
        below = Page.objects.descendant_of(self).filter(url_path__in=ways)
        nearest = below.order_by("-depth").first() if path_components else None
        if nearest is None:
            return super().route(request, path_components)
        return nearest.specific.route(request, path_components[nearest.depth - self.depth :])

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        return {**context, **ways_in()}
