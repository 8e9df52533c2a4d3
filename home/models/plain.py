"""A page of plain words: about, privacy, accessibility."""

from __future__ import annotations

from django.db import models
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField
from wagtail.models import Page


class PlainPage(Page):
    """Words that a 13-year-old understands, which staff can mend."""

    introduction = models.TextField(blank=True)
    body = RichTextField(features=["h2", "h3", "bold", "italic", "link", "ul", "ol", "hr"])

    parent_page_types = ["home.HomePage"]
    subpage_types: list[str] = []
    template = "home/plain.html"

    content_panels = [*Page.content_panels, FieldPanel("introduction"), FieldPanel("body")]
    promote_panels = [FieldPanel("slug")]
    settings_panels: list[FieldPanel] = []

    class Meta:
        verbose_name = "plain page"
