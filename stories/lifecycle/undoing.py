"""Thinking better of it: the last decision is undone while nobody outside has seen it."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.dateparse import parse_datetime

from families.models import User
from families.roles import is_staff_of
from stories import ledger, review
from stories.conversation import points
from stories.lifecycle.ground import locked, write_down
from stories.models import NewsItem, NewsKind, PartingWord, Story, Undoable
from stories.models.states import Status
from stories.refusals import Refused

MOMENTS = ("submitted_at", "asked_back_at")
BACK_AGAIN = ("status", "audience", "taken_up_by_id")

NEWS_OF = {
    "request_changes": NewsKind.FEEDBACK,
    "give_back": NewsKind.GIVEN_BACK,
    "decline": NewsKind.DECLINED,
    "return_to_family": NewsKind.RETURNED,
}
"""What its writer hears of a verb. Once that was on their screen, the verb is done."""

A_SLIP = timedelta(hours=1)
"""How long a seal may be taken for one. After that it is the safeguarding lead's."""


def as_it_was(story: Story) -> dict[str, Any]:
    """What a verb is about to change, for the verb to be undone."""
    days = {name: getattr(story, name) for name in (*MOMENTS, "sealed_until")}
    kept = {name: day.isoformat() if day else None for name, day in days.items()}
    return kept | {name: getattr(story, name) for name in BACK_AGAIN}


def remember(
    story: Story, verb: str, before: dict[str, Any], *, by: User, sent: Collection[int] = ()
) -> None:
    """Keep the way back, until anything else is done."""
    Undoable.objects.create(
        story=story, verb=verb, by=by, before=before, edition=story.edition, sent=list(sent)
    )


def is_still_possible(done: Undoable, story: Story) -> bool:
    """Whether nothing of it has left the building, and nobody has gone on from there."""
    if story.edition != done.edition or not is_staff_of(done.by, story.school_id):
        return False
    if done.verb == "seal":
        return timezone.now() - done.at < A_SLIP
    seen = Q(seen_at__isnull=False) | Q(mailed_at__isnull=False)
    return not _news(done).filter(seen).exists()


@transaction.atomic
def undo(story: Story, *, by: User) -> Story:
    """Put the memory back to where it was, and take back what went with the decision."""
    story = locked(story)
    done = Undoable.objects.select_related("by").filter(story=story).first()
    if done is None or done.by != by:
        raise Refused("There is nothing of yours to undo here.")
    if not is_still_possible(done, story):
        raise Refused("It is too late to undo this: it has been seen.")
    _news(done).delete()
    points.take_back(story, done.sent)
    if done.verb in ("decline", "return_to_family"):
        PartingWord.objects.filter(story=story, over_at=None).delete()
    _put_back(story, done.before, by=by)
    write_down(story, "undo", by, data={"what": done.verb})
    if done.verb == "seal":
        ledger.note(story.ref, "release")
    return story


def _news(done: Undoable) -> Any:
    rows = NewsItem.objects.filter(story=done.story_id, kind=NEWS_OF.get(done.verb, ""))
    return rows.filter(happened_at__gte=done.at)


def _put_back(story: Story, before: dict[str, Any], *, by: User) -> None:
    """What was public before a seal is read again first: nothing goes out without the gate."""
    for name in BACK_AGAIN:
        setattr(story, name, before[name])
    for name in MOMENTS:
        setattr(story, name, parse_datetime(before[name]) if before[name] else None)
    until = before["sealed_until"]
    story.sealed_until = date.fromisoformat(until) if until else None
    if before["status"] == Status.PUBLISHED:
        story.status = Status.SUBMITTED
    story.save()
    if story.status == Status.SUBMITTED:
        review.start(story, by=by)
