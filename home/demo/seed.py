"""Seeds the demonstration, once: what is there already is left as it is.

A memory that was seeded and then mended, taken back or retold by somebody who is
trying the archive out stays as they left it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from django.conf import settings

from home.demo.content.shapes import DemoShowcase, DemoStory
from home.demo.content.stories import STORIES
from home.demo.seeding import files, introductions, news, people, questions, showcases, stories
from home.demo.workshop import make_all


class NotADemonstration(Exception):
    """Invented people have no business in a real archive."""


def seed(folder: Path, *, tell: Callable[[str], None] = lambda _: None, makers: int = 2) -> None:
    """Put in whatever is missing; files are made in `folder` and kept there.

    Raises NotADemonstration unless the setting DEMONSTRATION is True.
    """
    if settings.DEMONSTRATION is not True:
        raise NotADemonstration("This archive is not a demonstration, so nothing was invented.")
    people.plant()
    questions.plant()
    introductions.plant()
    untold, unshown = stories.missing(), showcases.missing()
    make_all(_wanted(untold, unshown), folder, makers)
    items = files.take_in_all(untold, folder, makers)
    for story in untold:
        tell(f"{story.title} ({story.fate})")
        stories.plant(story, items)
    for showcase in unshown:
        tell(showcase.title)
        showcases.plant(showcase, folder)
    if untold or unshown:
        news.date()


def is_complete() -> bool:
    """Whether every memory and showcase of the demonstration has been put in."""
    return not stories.missing() and not showcases.missing() and bool(STORIES)


def _wanted(untold: Sequence[DemoStory], unshown: Sequence[DemoShowcase]) -> set[tuple[str, str]]:
    shown = {(part.kind, part.name) for part in files.shown_in(untold)}
    return shown | {("picture", showcase.cover) for showcase in unshown}
