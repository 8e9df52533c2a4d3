"""Closed until a date, or frozen until the safeguarding lead has looked."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from django.db import transaction
from django.utils import timezone

from families.models import User
from stories import access, review
from stories.lifecycle.ground import leave_the_public, locked, note, settle, write_down
from stories.lifecycle.undoing import as_it_was, remember
from stories.models import Story
from stories.models.states import Status
from stories.refusals import require


@transaction.atomic
def seal(story: Story, *, by: User, until: date) -> Story:
    """Close the memory until a date. The date calls a person; it never publishes."""
    story = locked(story)
    require(access.may_review(by, story), "This memory is not yours to seal.")
    require(story.status != Status.WITHDRAWN, "This memory has been taken back.")
    require(until > timezone.localdate(), "Choose a day that is still to come.")
    before = as_it_was(story)
    story.status = Status.SEALED
    story.sealed_until = until
    leave_the_public(story)
    story.save()
    review.cancel(story, by=by)
    write_down(story, "seal", by, data={"until": until.isoformat()})
    remember(story, "seal", before, by=by)
    return story


@transaction.atomic
def hold(story: Story, *, by: User, reason: str) -> Story:
    """Freeze the memory, whatever its status, until the safeguarding lead releases it."""
    story = locked(story)
    require(access.may_hold(by, story), "This memory is not one you can freeze.")
    return _freeze(story, by=by, reason=reason)


@transaction.atomic
def hold_all(stories: Collection[Story], *, by: User, reason: str) -> list[Story]:
    """Freeze many memories in one moment: all or none. Those that are held already stay so."""
    rows = Story.objects.select_for_update().filter(pk__in=[story.pk for story in stories])
    all_of_them = list(rows.order_by("pk"))
    require(
        all(access.may_hold(by, story) for story in all_of_them),
        "One of these memories is not one you can freeze.",
    )
    free = [story for story in all_of_them if not story.held]
    now = timezone.now()
    Story.objects.filter(pk__in=[s.pk for s in free]).update(held=True, updated_at=now)
    for story in free:
        story.held = True
        note(story, "hold", by, data={"reason": reason})
    settle("hold", *free)
    return free


@transaction.atomic
def release(story: Story, *, by: User) -> Story:
    """End a hold or a seal. A sealed memory goes back to be read again, never straight out."""
    story = locked(story)
    require(access.may_release(by, story), "Only the safeguarding lead can release this.")
    require(story.held or story.status == Status.SEALED, "This memory is neither held nor sealed.")
    story.held = False
    if story.status == Status.SEALED:
        story.status = Status.SUBMITTED if story.submitted_at else Status.DRAFT
        story.sealed_until = None
        story.taken_up_by = None
    story.save()
    if story.status == Status.SUBMITTED:
        review.start(story, by=by)
    write_down(story, "release", by)
    return story


@transaction.atomic
def hold_again(story: Story) -> bool:
    """Freeze what a restored backup had thawed; False where nobody can see it anyway."""
    story = locked(story)
    if story.held or story.status == Status.SEALED:
        return False
    _freeze(story, by=None, reason="restored")
    return True


def _freeze(story: Story, *, by: User | None, reason: str) -> Story:
    story.held = True
    story.save(update_fields=["held", "updated_at"])
    write_down(story, "hold", by, data={"reason": reason})
    return story
