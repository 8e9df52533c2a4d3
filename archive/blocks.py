"""What a showcase is made of between its cover and its end."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError
from django.utils.functional import cached_property
from wagtail import blocks
from wagtail.images.blocks import ImageChooserBlock

if TYPE_CHECKING:
    from archive.choosers import PublicStoryChooser
    from stories.models import Story

NOT_PUBLIC = "This memory is not public, so it cannot be shown. Take it out, then save."


class QuoteBlock(blocks.StructBlock):
    """Somebody's very words, pulled out large."""

    text = blocks.TextBlock(max_length=400, rows=3)
    who = blocks.CharBlock(
        max_length=60, required=False, help_text="A first name or a pen name, as they agreed to."
    )

    class Meta:
        icon = "openquote"
        label = "Quote"
        template = None


class PublicStoryBlock(blocks.ChooserBlock):
    """A memory that is public. Where it stops being so, the page closes the gap by itself."""

    target_model = "stories.Story"

    @cached_property
    def widget(self) -> PublicStoryChooser:
        from archive.choosers import PublicStoryChooser

        return PublicStoryChooser()

    def clean(self, value: Any) -> Story | None:
        """Refuse a memory that the public may not see, whoever typed its number."""
        from stories.models import Story

        story: Story | None = super().clean(value)
        if story is not None and not Story.objects.public().filter(pk=story.pk).exists():
            raise ValidationError(NOT_PUBLIC)
        return story

    class Meta:
        icon = "openquote"
        label = "Memory"


class PictureBlock(blocks.StructBlock):
    """A picture from the library; its description there is its alternative text."""

    picture = ImageChooserBlock()
    caption = blocks.CharBlock(max_length=300, required=False)

    class Meta:
        icon = "image"
        label = "Picture"


SHOWCASE_BLOCKS = [
    ("heading", blocks.CharBlock(max_length=120, icon="title", label="Heading")),
    ("text", blocks.RichTextBlock(features=["bold", "italic", "link"], icon="pilcrow")),
    ("quote", QuoteBlock()),
    ("story", PublicStoryBlock(icon="doc-full")),
    ("picture", PictureBlock()),
]
