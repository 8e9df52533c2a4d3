"""The files of the demonstration are taken in like anybody's."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from django.core.files.base import File
from django.db import connection

from families.models import User
from home.demo.content.shapes import DemoStory, Shown
from home.demo.seeding import wishes
from home.demo.workshop import make
from media.accession import accession
from media.models import Item
from media.processing import process

Items = dict[tuple[str, str], Item]
"""By the key of the memory and the name of what it shows."""


class Unusable(Exception):
    """The pipeline refused a file that the demonstration made itself."""


def shown_in(stories: Iterable[DemoStory]) -> list[Shown]:
    """Everything that these memories show, in their order."""
    return [part for story in stories for part in story.parts if isinstance(part, Shown)]


def take_in_all(stories: Sequence[DemoStory], folder: Path, takers: int) -> Items:
    """Make every file of these memories ready, `takers` at a time; raises Unusable."""
    work = [
        (story.key, User.objects.get(username=story.author), shown)
        for story in stories
        for shown in shown_in([story])
    ]
    if takers == 1:
        return {(key, shown.name): take_in(shown, by=by, folder=folder) for key, by, shown in work}
    with ThreadPoolExecutor(takers) as pool:
        taken = [
            ((key, shown.name), pool.submit(_take_in_apart, shown, by, folder))
            for key, by, shown in work
        ]
        return {name: item.result() for name, item in taken}


def take_in(shown: Shown, *, by: User, folder: Path) -> Item:
    """Send a file through accession and make it ready; raises Unusable.

    An item that is left over from a seeding which was cut short is taken up again.
    """
    path = make(shown.kind, shown.name, folder)
    left_over = Item.objects.ready().filter(
        uploaded_by=by, filename=path.name, story_parts__isnull=True
    )
    item = left_over.first() or _accession(shown, path, by)
    if not item.is_ready:
        raise Unusable(f"{path.name}: {item.refusal or 'not ready'}")
    return item


def _accession(shown: Shown, path: Path, by: User) -> Item:
    with path.open("rb") as file:
        item = accession(upload=File(file), filename=path.name, by=by, queue=False)
    wishes.keep(item, shown, path, by=by)
    return process(item)


def _take_in_apart(shown: Shown, by: User, folder: Path) -> Item:
    """Take in with a connection of this thread's own, which goes when the work is done."""
    try:
        return take_in(shown, by=by, folder=folder)
    finally:
        connection.close()
