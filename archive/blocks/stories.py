"""Blocks that tell, show or play a memory. Each takes public memories alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError
from django.utils.functional import cached_property
from wagtail import blocks

from archive.blocks.previewed import Previewed

if TYPE_CHECKING:
    from archive.choosers import PublicStoryChooser
    from stories.models import Story

NOT_PUBLIC = "This memory is not public, so it cannot be shown. Take it out, then save."


class PublicStoryBlock(Previewed, blocks.ChooserBlock):
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
        description = "A memory beside its picture, with its first words and the way to the rest."


class PictureStoryBlock(Previewed, blocks.StructBlock):
    """The picture is the point, large and uncropped; the memory is named under it."""

    story = PublicStoryBlock()
    caption = blocks.CharBlock(
        max_length=300, required=False, help_text="Your words to it. Empty: the teller’s own."
    )

    class Meta:
        icon = "image"
        label = "Picture with memory"
        description = "A memory’s picture, large, with a caption and who told it."


class PullQuoteBlock(Previewed, blocks.StructBlock):
    """A teller’s very words, with the name that the record allows."""

    story = PublicStoryBlock()
    text = blocks.TextBlock(
        max_length=400, rows=3, help_text="Copy them out of the memory, word for word."
    )

    def clean(self, value: Any) -> Any:
        """Refuse words that the memory does not say."""
        from archive import checking

        return checking.quote(super().clean(value))

    class Meta:
        icon = "openquote"
        label = "Pull quote"
        description = "A teller’s own words, large. Their name comes by itself."


class ClipBlock(Previewed, blocks.StructBlock):
    """Some seconds of a voice, and what is said in them."""

    story = PublicStoryBlock()
    which = blocks.IntegerBlock(
        min_value=1, default=1, label="Which recording", help_text="1 is the first in the memory."
    )
    start = blocks.CharBlock(max_length=12, label="From", help_text="Minutes and seconds: 1:05")
    end = blocks.CharBlock(max_length=12, label="To", help_text="Minutes and seconds: 1:32")
    caption = blocks.CharBlock(max_length=300, required=False)

    def clean(self, value: Any) -> Any:
        """Refuse seconds that there are not, or that are held back."""
        from archive import checking

        return checking.clip(super().clean(value))

    class Meta:
        icon = "media"
        label = "Voice clip"
        description = "A few seconds of somebody’s voice, with their words written beside it."


class FilmBlock(Previewed, blocks.StructBlock):
    """One film of a memory, large."""

    story = PublicStoryBlock()
    which = blocks.IntegerBlock(
        min_value=1, default=1, label="Which film", help_text="1 is the first in the memory."
    )
    caption = blocks.CharBlock(max_length=300, required=False)

    def clean(self, value: Any) -> Any:
        """Refuse a film that there is not."""
        from archive import checking

        return checking.film(super().clean(value))

    class Meta:
        icon = "media"
        label = "Film"
        description = "A memory’s film, as wide as the page, with its captions."
