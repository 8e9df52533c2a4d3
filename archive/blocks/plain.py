"""Blocks without a memory in them: headings, chapters, words, pictures of the library."""

from __future__ import annotations

from wagtail import blocks
from wagtail.images.blocks import ImageChooserBlock

from archive.blocks.previewed import Previewed


class HeadingBlock(Previewed, blocks.CharBlock):
    """Goes by itself when nothing is left under it."""

    class Meta:
        icon = "title"
        label = "Heading"
        description = "A line above what belongs together."


class TextBlock(Previewed, blocks.RichTextBlock):
    """The curators' own words."""

    class Meta:
        icon = "pilcrow"
        label = "Text"
        description = "Your own words between the memories."


class ChapterBlock(Previewed, blocks.StructBlock):
    """A part of the showcase with a number, a name and some words; it is in the contents."""

    title = blocks.CharBlock(max_length=120)
    text = blocks.TextBlock(
        max_length=400, rows=3, required=False, help_text="What is this part about?"
    )

    class Meta:
        icon = "list-ol"
        label = "Chapter"
        description = "Begins a part. Two or more make a list of contents."


class QuoteBlock(Previewed, blocks.StructBlock):
    """Words that stand in no memory: a saying, a song, a newspaper."""

    text = blocks.TextBlock(max_length=400, rows=3)
    who = blocks.CharBlock(
        max_length=60, required=False, help_text="A first name or a pen name, as they agreed to."
    )

    class Meta:
        icon = "openquote"
        label = "Quote"
        description = "A saying or a song. For a teller’s own words take “Pull quote”."
        template = None


class PictureBlock(Previewed, blocks.StructBlock):
    """A picture from the library; its description there is its alternative text."""

    picture = ImageChooserBlock()
    caption = blocks.CharBlock(max_length=300, required=False)

    class Meta:
        icon = "image"
        label = "Picture"
        description = "A picture from the school’s library."


class NotesBlock(Previewed, blocks.TextBlock):
    """What whoever presents it wants to say. No page, no slide and no copy shows it."""

    class Meta:
        icon = "comment"
        label = "Notes for the presenter"
        description = (
            "What you want to say to the piece above. Only those who may change this showcase "
            "see it, in a window of its own beside the slides."
        )


class MapBlock(Previewed, blocks.StructBlock):
    """The drawn map with the places of the memories in this showcase."""

    title = blocks.CharBlock(max_length=120, default="Where it was")

    class Meta:
        icon = "site"
        label = "Map of this showcase"
        description = "A pin for each place of the memories in this showcase."


class TimelineBlock(Previewed, blocks.StructBlock):
    """The memories of this showcase, ten years at a time."""

    title = blocks.CharBlock(max_length=120, default="When it was")

    class Meta:
        icon = "calendar-alt"
        label = "Timeline of this showcase"
        description = "The memories in this showcase, decade by decade."
