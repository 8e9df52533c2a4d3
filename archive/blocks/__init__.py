"""What a showcase is made of between its cover and its end."""

from archive.blocks.panes import GalleryBlock, PairBlock
from archive.blocks.plain import (
    ChapterBlock,
    HeadingBlock,
    MapBlock,
    NotesBlock,
    PictureBlock,
    QuoteBlock,
    TextBlock,
    TimelineBlock,
)
from archive.blocks.stories import (
    NOT_PUBLIC,
    ClipBlock,
    FilmBlock,
    PictureStoryBlock,
    PublicStoryBlock,
    PullQuoteBlock,
)

MEMORIES, BETWEEN, ROUND = "Memories", "Between them", "All of them"
"""The groups in which an editor is offered the blocks."""

SHOWCASE_BLOCKS = [
    ("story", PublicStoryBlock(icon="doc-full", group=MEMORIES)),
    ("picture_story", PictureStoryBlock(group=MEMORIES)),
    ("pull_quote", PullQuoteBlock(group=MEMORIES)),
    ("clip", ClipBlock(group=MEMORIES)),
    ("film", FilmBlock(group=MEMORIES)),
    ("gallery", GalleryBlock(group=MEMORIES)),
    ("pair", PairBlock(group=MEMORIES)),
    ("chapter", ChapterBlock(group=BETWEEN)),
    ("heading", HeadingBlock(max_length=120, group=BETWEEN)),
    ("text", TextBlock(features=["bold", "italic", "link"], group=BETWEEN)),
    ("quote", QuoteBlock(group=BETWEEN)),
    ("picture", PictureBlock(group=BETWEEN)),
    ("notes", NotesBlock(max_length=2000, rows=4, group=BETWEEN)),
    ("map", MapBlock(group=ROUND)),
    ("timeline", TimelineBlock(group=ROUND)),
]

__all__ = ["NOT_PUBLIC", "SHOWCASE_BLOCKS", "PublicStoryBlock", "QuoteBlock"]
