"""How each kind of item becomes files that may be shown.

A recipe takes a source on disk and a scratch folder, and returns what it made, or
raises Refused. Recipes know nothing of Django, so they can be run and measured alone.
"""

from pathlib import Path

from media.formats import Format, Kind
from media.recipes.made import Made, Outcome, Progress

__all__ = ["Made", "Outcome", "Progress", "make"]


def make(kind: Kind, source: Path, format: Format, into: Path, on_progress: Progress) -> Outcome:
    """Make every derivative of an item of `kind`; raises Refused."""
    from media.recipes import confined, films, sounds

    recipe = {Kind.AUDIO: sounds.make, Kind.VIDEO: films.make}.get(kind, confined.make)
    return recipe(source, format, into, on_progress)
