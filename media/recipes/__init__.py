"""How each kind of item becomes files that may be shown.

A recipe takes a source on disk and a scratch folder, and returns what it made, or
raises Refused. Recipes know nothing of Django, so they can be run and measured alone.
"""

from pathlib import Path
from typing import Final

from media.formats import Format, Kind
from media.recipes.hiding import NOTHING, Hiding
from media.recipes.made import Made, Outcome, Progress

__all__ = ["VERSIONS", "Hiding", "Made", "Outcome", "Progress", "make"]

VERSIONS: Final = {Kind.IMAGE: 2, Kind.AUDIO: 2, Kind.VIDEO: 2, Kind.DOCUMENT: 2}
"""Raised by one when a recipe makes other files; `remake_derivatives` then finds the old ones."""


def make(
    kind: Kind,
    source: Path,
    format: Format,
    into: Path,
    on_progress: Progress,
    *,
    hiding: Hiding = NOTHING,
) -> Outcome:
    """Make every derivative of an item of `kind`, less what is hidden; raises Refused."""
    from media.recipes import confined, films, sounds

    recipe = {Kind.AUDIO: sounds.make, Kind.VIDEO: films.make}.get(kind, confined.make)
    return recipe(source, format, into, on_progress, hiding)
