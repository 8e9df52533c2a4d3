"""One place at which something was found."""

from __future__ import annotations

from dataclasses import asdict, dataclass

from media.recipes.hiding import Area
from stories.safeguarding import Finding, Text

THEME, CONSENT, DESCRIPTION, TRANSCRIPT = "theme", "consent", "description", "transcript"
"""Kinds of marks beside those of ``stories.safeguarding`` and ``stories.in_pictures``."""


@dataclass(frozen=True)
class Hit:
    """Of what kind, what about, and where: some characters of a text, or all of a part.

    Hits with the same kind and excerpt are one mark. ``note`` is the kind and the excerpt
    that are kept once somebody has said that it may stay; None where it may not.
    """

    kind: str
    excerpt: str
    note: tuple[str, str] | None
    part: int
    sentence: str = ""
    text: Text | None = None
    start: int = 0
    end: int = 0
    finding: Finding | None = None
    anchor: str = ""
    area: Area | None = None

    @property
    def box(self) -> dict[str, str]:
        """The face in per cent of the picture; empty where it is none."""
        shares = asdict(self.area) if self.area else {}
        return {name: f"{100 * share:.1f}" for name, share in shares.items()}

    @property
    def words(self) -> str:
        """The very words, where there are any."""
        return self.text.words[self.start : self.end] if self.text else ""

    @property
    def spot(self) -> tuple[int, str] | None:
        """The part and the box in which words are highlighted."""
        return (self.part, self.text.box) if self.text else None


@dataclass(frozen=True)
class Span:
    """Some characters of one text, and the number of the mark that they belong to."""

    start: int
    end: int
    number: int
    is_first: bool
    """The first place of a mark carries its number."""
