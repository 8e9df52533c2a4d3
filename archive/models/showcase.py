"""A showcase: memories in an order that a teacher chose, with words and pictures between them."""

from __future__ import annotations

from typing import Any

from django.db import models, transaction
from django.http import HttpRequest
from django.template.response import TemplateResponse
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.fields import StreamField
from wagtail.models import Page, PagePermissionTester

from archive.blocks import SHOWCASE_BLOCKS
from archive.models import contents
from families.models import User


class ShowcasePage(RoutablePageMixin, Page):
    """A visual essay of what people remember, also shown as full-screen slides.

    It keeps the numbers of the memories in it, never their words, so that a memory
    which is taken back leaves at once and the rest closes up.
    """

    school = models.ForeignKey(
        "families.School",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="showcases",
        help_text="Whose teachers look after it. Empty: the administrators alone.",
    )
    introduction = models.TextField(help_text="One or two sentences: what is this about?")
    cover = models.ForeignKey(
        "media.Picture",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        help_text="A large picture. Its description is read to those who cannot see it.",
    )
    body = StreamField(SHOWCASE_BLOCKS, blank=True)

    parent_page_types = ["archive.ShowcaseIndexPage"]
    subpage_types: list[str] = []
    template = "archive/showcase.html"
    private_page_options: list[str] = []

    content_panels = [
        *Page.content_panels,
        FieldPanel("introduction"),
        FieldPanel("cover"),
        FieldPanel("body"),
    ]
    promote_panels = [FieldPanel("slug")]
    settings_panels: list[FieldPanel] = []

    preview_modes = [("", "As a page"), ("slides", "As slides")]

    class Meta:
        verbose_name = "showcase"
        ordering = ["-first_published_at", "-pk"]

    @property
    def slides_url(self) -> str:
        """Where it is shown as full-screen slides."""
        return f"{self.url or ''}{self.reverse_subpage('present')}"

    def full_clean(self, *args: Any, **kwargs: Any) -> None:
        """Give a new showcase the school of whoever makes it."""
        if self.school is None and self.owner is not None:
            self.school = self.owner.school
        super().full_clean(*args, **kwargs)

    @transaction.atomic
    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save, and write down which memories and pictures are in what was saved."""
        super().save(*args, **kwargs)
        contents.write_down(self)

    def story_ids(self) -> list[int]:
        """The memories of the body in their order, public or not."""
        return [value for kind, value in self.raw_blocks() if kind == "story" and value]

    def picture_ids(self) -> list[int]:
        """Every picture of the showcase, the cover first."""
        inside = [value.get("picture") for kind, value in self.raw_blocks() if kind == "picture"]
        return [pk for pk in (self.cover_id, *inside) if pk]

    def raw_blocks(self) -> list[tuple[str, Any]]:
        """Name and stored value of each block, without asking the database."""
        return [(block["type"], block["value"]) for block in self.body.raw_data]

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from archive.showcases import content_of

        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        return {**context, "content": content_of(self)}

    @path("present/", name="present")
    def present(self, request: HttpRequest) -> TemplateResponse:
        """The showcase as full-screen slides."""
        from archive.slides import slides

        context = self.get_context(request)
        context["slides"] = slides(self, context["content"])
        return TemplateResponse(request, "archive/showcase_slides.html", context)

    def serve_preview(self, request: HttpRequest, mode_name: str) -> TemplateResponse:
        if mode_name == "slides":
            slides: TemplateResponse = self.present(request)
            return slides
        return TemplateResponse(request, self.template, self.get_context(request))

    def permissions_for_user(self, user: User) -> PagePermissionTester:
        from archive.permissions import ShowcasePermissionTester

        return ShowcasePermissionTester(user, self)
