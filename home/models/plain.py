"""A page of plain words: about, privacy, accessibility."""

from __future__ import annotations

from django.db import models
from wagtail.admin.panels import FieldPanel, HelpPanel
from wagtail.fields import RichTextField
from wagtail.models import Page

from archive.models.served import MayBeKept


class PlainPage(MayBeKept, Page):
    """Words that a 13-year-old understands, which staff can mend."""

    introduction = models.TextField(blank=True)
    body = RichTextField(features=["h2", "h3", "bold", "italic", "link", "ul", "ol", "hr"])

    parent_page_types = ["home.HomePage"]
    subpage_types: list[str] = []
    template = "home/plain.html"

    content_panels = [
        HelpPanel(
            "<p>A page of plain words, like About us. Write for a 13-year-old. Where the links "
            "to it stand is chosen under Settings, Navigation.</p>"
        ),
        *Page.content_panels,
        FieldPanel("introduction", help_text="One sentence below the title: what is it about?"),
        FieldPanel("body", help_text="Short words, one idea a sentence. Headings help to find."),
    ]
    promote_panels = [
        FieldPanel("slug", help_text="Its address. People may have printed it, so leave it be.")
    ]
    settings_panels: list[FieldPanel] = []

    class Meta:
        verbose_name = "plain page"

    def rich_words(self) -> str:
        return str(self.body)
