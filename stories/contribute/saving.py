"""Saving from the desk, over Wi-Fi that loses replies and from more than one screen.

``writing.save`` refuses a screen that has been overtaken. A reply that was lost
on the way must not look like that: a screen whose own last save is the newest
one simply goes on. And a save that took so long on the way that the same screen
has saved again since must not bring its older words back. Adding a file takes
nothing away from another screen, so it counts no edition.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.core.cache import cache
from django.db import transaction
from django.utils import timezone

from families.models import User
from media.models import Item
from stories import writing
from stories.contribute.doors import own
from stories.models import Story, StoryPart

REMEMBERED = 24 * 60 * 60
"""Seconds for which a screen is known as the one that saved last."""


class Late(Exception):
    """The same screen has saved something newer since it sent this."""


@dataclass(frozen=True)
class Sent:
    """Where a save comes from: the screen, its count of saves (0 without script), what it read."""

    screen: str
    turn: int
    edition: int


def save(story: Story, sent: Sent, *, by: User) -> Story:
    """Keep the memory as this screen shows it.

    Raises ``writing.Overtaken`` if another screen was faster, and ``Late`` if
    this screen itself was.
    """
    last = _last(story)
    edition = sent.edition
    if last and last.screen == sent.screen:
        if 0 < sent.turn <= last.turn:
            raise Late
        edition = last.edition
    story = writing.save(story, by=by, edition=edition)
    newest = (sent.screen, sent.turn, story.edition)
    transaction.on_commit(lambda: cache.set(_key(story), newest, REMEMBERED))
    return story


def save_over(story: Story, sent: Sent, *, by: User) -> Story:
    """Keep this screen's version, and the one it replaces in the history that teachers see."""
    own(by, story.ref).save_revision(user=story.last_edited_by or by, clean=False)
    story.refresh_from_db(fields=["latest_revision", "has_unpublished_changes"])
    return save(story, sent, by=by)


def set_aside(story: Story, *, by: User) -> None:
    """Put an unsaved wording into the history. The newest revision stays the one it was."""
    before = Story.objects.filter(pk=story.pk)
    newest = before.values("latest_revision", "has_unpublished_changes").get()
    story.save_revision(user=by, clean=False)
    before.update(**newest)


def last_screen(story: Story) -> str:
    """The screen whose save is the newest one of all, or "" where it is not known."""
    last = _last(story)
    return last.screen if last else ""


@transaction.atomic
def append(ref: str, item: Item, *, by: User) -> StoryPart:
    """Put an item at the end of a memory, whatever other screens are doing to it."""
    story = own(by, ref, locked=True)
    last = story.parts.order_by("-sort_order").values_list("sort_order", flat=True).first()
    place = 0 if last is None else last + 1
    part = StoryPart(story=story, kind=StoryPart.Kind.ITEM, item=item, sort_order=place)
    part.save()
    Story.objects.filter(pk=story.pk).update(last_edited_by=by, updated_at=timezone.now())
    return part


def _last(story: Story) -> Sent | None:
    """The newest save, if it was the desk's."""
    last = Sent(*cache.get(_key(story), ("", 0, -1)))
    return last if last.edition == story.edition else None


def _key(story: Story) -> str:
    return f"stories.desk.last-save.{story.pk}"
