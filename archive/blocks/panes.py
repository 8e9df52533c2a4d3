"""Pictures side by side: a gallery, and then and now."""

from __future__ import annotations

from typing import Any

from wagtail import blocks
from wagtail.images.blocks import ImageChooserBlock

from archive.blocks.previewed import Previewed
from archive.blocks.stories import PublicStoryBlock

FEWEST, MOST = 2, 12
"""Panes of a gallery."""


class PaneBlock(blocks.StructBlock):
    """A picture of a memory, or one of the library: one of the two."""

    story = PublicStoryBlock(required=False, label="Picture of a memory")
    which = blocks.IntegerBlock(
        min_value=1, default=1, label="Which picture", help_text="1 is the first in the memory."
    )
    picture = ImageChooserBlock(required=False, label="Or a picture of the library")
    caption = blocks.CharBlock(max_length=200, required=False)

    def clean(self, value: Any) -> Any:
        """Refuse both, neither, and a picture that there is not."""
        from archive import checking

        return checking.pane(super().clean(value))

    class Meta:
        icon = "image"
        label = "Picture"


class GalleryBlock(Previewed, blocks.StructBlock):
    """Several pictures as the panes of a mill window."""

    title = blocks.CharBlock(max_length=120, required=False)
    pictures = blocks.ListBlock(PaneBlock(), min_num=FEWEST, max_num=MOST)

    class Meta:
        icon = "grip"
        label = "Gallery"
        description = "Two to twelve pictures in the panes of a mill window."


class PairBlock(Previewed, blocks.StructBlock):
    """The same place or thing at two times."""

    then = PaneBlock(label="Then")
    now = PaneBlock(label="Now")

    class Meta:
        icon = "order"
        label = "Then and now"
        description = "Two pictures of the same place, long apart."
