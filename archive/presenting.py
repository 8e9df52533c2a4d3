"""What whoever presents a showcase wants to say to each slide. Staff who may change it alone."""

from __future__ import annotations

from dataclasses import dataclass

from archive.inside import Block
from archive.models import ShowcasePage
from archive.showcases import Content
from archive.slides import COVER, Slide, slides

NOTES = "notes"
"""The block that holds them. It makes no section, so that nothing public can show it."""


@dataclass(frozen=True)
class Spoken:
    """A slide by its name, and the notes to it."""

    slide: Slide
    notes: str


def spoken(page: ShowcasePage, content: Content) -> list[Spoken]:
    """Each slide with its notes; those to a memory that was taken back went with it."""
    notes = by_place(page.raw_blocks())
    return [Spoken(one, notes.get(one.place, "")) for one in slides(page, content)]


def by_place(blocks: list[Block]) -> dict[int, str]:
    """The notes by the place of the piece above them; those above all belong to the cover."""
    found: dict[int, list[str]] = {}
    above = COVER
    for place, (kind, value) in enumerate(blocks):
        if kind != NOTES:
            above = place
        elif value:
            found.setdefault(above, []).append(value)
    return {place: "\n\n".join(words) for place, words in found.items()}
