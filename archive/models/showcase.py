"""A showcase: memories in an order that a teacher chose, with words and pictures between them."""

from __future__ import annotations

from typing import Any

from django.db import models, transaction
from django.http import Http404, HttpRequest
from django.template.response import TemplateResponse
from django.utils.functional import cached_property
from wagtail.admin.panels import FieldPanel, PublishingPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.fields import StreamField
from wagtail.models import Page, PagePermissionTester, Revision

from archive import inside
from archive.blocks import SHOWCASE_BLOCKS
from archive.models import contents
from archive.models.served import MayBeKept
from archive.palettes import Palette
from archive.panels import LookingOverPanel
from families.models import User

SIZES = (("mobile", 360, "On a phone"), ("tablet", 768, "On a tablet"), ("desktop", 1280, "Large"))
"""Name, width in CSS pixels and label of each size of the preview."""


class ShowcasePage(MayBeKept, RoutablePageMixin, Page):
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
    opening_line = models.CharField(
        max_length=140,
        blank=True,
        help_text="One line, large, above everything. A question is good.",
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
    palette = models.CharField(
        max_length=6,
        choices=Palette.choices,
        default=Palette.PAPER,
        help_text="Its colours. All of them can be read well, by day and by night.",
    )
    curated_by = models.CharField(
        max_length=80,
        blank=True,
        help_text="The name of the group that made it: The kitchen table group. No names of "
        "students: they say at the desk whether they want to be named.",
    )
    body = StreamField(SHOWCASE_BLOCKS, blank=True)

    parent_page_types = ["archive.ShowcaseIndexPage"]
    subpage_types: list[str] = []
    template = "archive/showcase.html"
    private_page_options: list[str] = []

    content_panels = [
        LookingOverPanel(heading="Before it goes out", icon="glasses"),
        *Page.content_panels,
        FieldPanel("opening_line"),
        FieldPanel("introduction"),
        FieldPanel("cover"),
        FieldPanel("palette"),
        FieldPanel("curated_by"),
        FieldPanel("body"),
    ]
    promote_panels = [FieldPanel("slug")]
    settings_panels = [PublishingPanel()]

    preview_modes = [("", "As a page"), ("slides", "As slides"), ("print", "On paper")]
    preview_sizes = [
        {"name": name, "icon": icon, "device_width": width, "label": label}
        for (name, width, label), icon in zip(
            SIZES, ("mobile-alt", "tablet-alt", "desktop"), strict=True
        )
    ]

    class Meta:
        verbose_name = "showcase"
        ordering = ["-first_published_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(palette__in=Palette.values), name="showcase_palette_known"
            )
        ]

    @cached_property
    def address(self) -> str:
        """Its path, once for a page in the making: Wagtail looks for the site of ``url`` anew."""
        return self.url or ""

    @property
    def slides_url(self) -> str:
        """Where it is shown as full-screen slides."""
        return f"{self.address}{self.reverse_subpage('present')}"

    def full_clean(self, *args: Any, **kwargs: Any) -> None:
        """Give a new showcase the school of whoever makes it."""
        if self.school is None and self.owner is not None:
            self.school = self.owner.school
        super().full_clean(*args, **kwargs)

    @transaction.atomic
    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save, and write down which memories and pictures are in what was saved.

        Not where Wagtail notes something beside a draft: what is in memory then is the draft.
        """
        super().save(*args, **kwargs)
        if kwargs.get("update_fields") is None:
            contents.write_down(self)

    @transaction.atomic
    def save_revision(self, *args: Any, **kwargs: Any) -> Revision:
        """Keep a draft, and write down which pictures are in it and not on the web yet."""
        revision = super().save_revision(*args, **kwargs)
        contents.write_down_draft(self)
        return revision

    def story_ids(self) -> list[int]:
        """The memories of the body in their order, public or not."""
        return inside.stories_in(self.raw_blocks())

    def picture_ids(self) -> list[int]:
        """Every picture of the showcase, the cover first."""
        return [pk for pk in (self.cover_id, *inside.pictures_in(self.raw_blocks())) if pk]

    def raw_blocks(self) -> list[tuple[str, Any]]:
        """Name and stored value of each block, without asking the database."""
        return [(block["type"], block["value"]) for block in self.body.raw_data]

    def rich_words(self) -> str:
        return "".join(str(value) for kind, value in self.raw_blocks() if kind == "text")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from archive.copies.asking import ways
        from archive.showcases import content_of

        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        # Asked only where a template says them.
        return {**context, "content": content_of(self), "ways": lambda: ways(self)}

    @path("present/", name="present")
    def present(self, request: HttpRequest) -> TemplateResponse:
        """The showcase as full-screen slides."""
        from archive.copies.offline import edition_of
        from archive.permissions import may_curate
        from archive.slides import slides

        context = self.get_context(request)
        context["slides"] = slides(self, context["content"])
        if not getattr(request, "is_preview", False):
            context["edition"] = edition_of(self, context["content"])
            context["may_note"] = may_curate(request.user, self)
        return TemplateResponse(request, "archive/showcase_slides.html", context)

    @path("present/notes/", name="notes")
    def notes(self, request: HttpRequest) -> TemplateResponse:
        """What the presenter wants to say, beside the slides; for whoever may change it."""
        from archive.permissions import may_curate
        from archive.presenting import spoken

        if not may_curate(request.user, self):
            raise Http404
        context = self.get_context(request)
        context["spoken"] = spoken(self, context["content"])
        response = TemplateResponse(request, "archive/presenter.html", context)
        response["Cache-Control"] = "private, no-store"
        return response

    def serve_preview(self, request: HttpRequest, mode_name: str) -> TemplateResponse:
        if mode_name == "slides":
            slides: TemplateResponse = self.present(request)
            return slides
        context = self.get_context(request)
        context["on_paper"] = mode_name == "print"
        return TemplateResponse(request, self.template, context)

    def permissions_for_user(self, user: User) -> PagePermissionTester:
        from archive.permissions import ShowcasePermissionTester

        return ShowcasePermissionTester(user, self)
