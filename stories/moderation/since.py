"""What changed since a teacher last looked, beside what they asked and what was answered."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime

from wagtail.models import ModelLogEntry

from stories import mendings
from stories.conversation import standing
from stories.conversation.standing import Standing
from stories.models import Feedback, Mending, Story, StoryPart
from stories.moderation import changes
from stories.moderation.changes import Change

LOOKED = {
    "stories.request_changes": "asked for a change",
    "stories.give_back": "gave it back",
}
"""Verbs with which a teacher puts a memory down, and what they did. Each kept what they saw."""


@dataclass
class Row:
    """One part of the memory, or the whole of it: what was said about it, and what changed."""

    heading: str
    said: list[Standing[Feedback]] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)


@dataclass(frozen=True)
class Mended:
    """A correction by a member of staff, with the words before and after."""

    mending: Mending
    changes: list[Change]


@dataclass(frozen=True)
class Comparison:
    """``since`` is who looked and what they did, as the beginning of a sentence."""

    since: str
    at: datetime | None
    rows: list[Row]
    mended: list[Mended]


def comparison(story: Story, shown: Story) -> Comparison | None:
    """Since a teacher last looked, or beside what the public sees now; None the first time."""
    mended = _mended(story)
    if shown is not story:
        rows = _rows(shown, (), changes.between(story, shown))
        return Comparison("what is public now", None, rows, mended)
    looked = _last_look(story)
    if looked is None or looked.revision is None:
        return Comparison("", None, [], mended) if mended else None
    said = story.feedback.filter(revision=looked.revision).select_related("item")
    points = standing.of(reversed(said), list(shown.parts.all()))
    rows = _rows(shown, points, changes.between(looked.revision.as_object(), shown))
    since = f"{looked.user_display_name} {LOOKED[looked.action]}"
    return Comparison(since, looked.timestamp, rows, mended)


def _last_look(story: Story) -> ModelLogEntry | None:
    """The last time it left a teacher's hands; not where that was undone."""
    log = ModelLogEntry.objects.for_instance(story).order_by("-timestamp", "-pk")
    undone = 0
    for entry in log.filter(action__in=[*LOOKED, "stories.undo"]).select_related(
        "revision", "user"
    ):
        if entry.action == "stories.undo":
            undone += f"stories.{entry.data.get('what')}" in LOOKED
        elif undone:
            undone -= 1
        else:
            return entry
    return None


def _rows(shown: Story, said: Iterable[Standing[Feedback]], found: Iterable[Change]) -> list[Row]:
    """In the order in which one reads: the whole, then each part about which there is something."""
    points, differences = list(said), list(found)
    whole = Row("The whole memory")
    whole.said = [each for each in points if each.part is None]
    whole.changes = [change for change in differences if change.part is None]
    rows = [whole, *_of_parts(list(shown.parts.all()), points, differences)]
    return [row for row in rows if row.said or row.changes]


def _of_parts(
    parts: list[StoryPart], points: list[Standing[Feedback]], differences: list[Change]
) -> Iterator[Row]:
    for number, part in enumerate(parts, start=1):
        yield Row(
            f"Part {number}",
            [each for each in points if _is(each.part, part)],
            [change for change in differences if _is(change.part, part)],
        )


def _is(one: StoryPart | None, other: StoryPart) -> bool:
    """The same row, read twice; the parts of a draft are read afresh each time."""
    return one is other or (one is not None and one.pk is not None and one.pk == other.pk)


def _mended(story: Story) -> list[Mended]:
    """Every mending that nobody has published or put back yet."""
    since = story.last_published_at if story.live else story.submitted_at
    if since is None:
        return []
    fresh = story.mendings.filter(put_back_at=None, at__gte=since)
    return [
        Mended(each, mendings.changes_of(each))
        for each in fresh.select_related("by", "before", "after")
    ]
