"""Taken back, begun again, on its way to be deleted, kept after all."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from families.models import Person, User
from families.models.countdown import CLOCK
from stories import access, publication
from stories.lifecycle.ground import (
    is_going,
    locked,
    require_not_held,
    require_status,
    take_down,
    write_down,
)
from stories.models import Deletion, Story
from stories.models.parts import StoryPerson
from stories.models.states import Status
from stories.refusals import require


@transaction.atomic
def withdraw(story: Story, *, by: User | None) -> Story:
    """Take the memory back, at once and everywhere: every reader goes through ``public()``."""
    story = locked(story)
    require(by is not None and access.may_withdraw(by, story), _("This memory is not yours."))
    require(story.status != Status.WITHDRAWN, _("This memory has been taken back already."))
    return take_down(story, by=by, because="asked")


@transaction.atomic
def bring_back(story: Story, *, by: User) -> Story:
    """Begin again with a memory that was taken back: its author's draft, which nobody else has.

    It goes the whole way once more. The gate takes no yes from before it was taken back.
    """
    story = locked(story)
    require(access.may_bring_back(by, story), _("Only the person who began it can do that."))
    require_not_held(story)
    require_status(story, Status.WITHDRAWN)
    require(not is_going(story), _("It is being deleted. Keep it first."))
    story.status = Status.DRAFT
    story.taken_up_by = None
    story.save()
    write_down(story, "bring_back", by)
    return story


@transaction.atomic
def delete(story: Story, *, by: User) -> Story:
    """Hide the memory now, and set the clock after which nothing of it is left."""
    story = locked(story)
    require(access.may_delete(by, story), _("This memory is not yours to delete."))
    require(not is_going(story), _("The clock of this memory is running already."))
    if story.status not in (Status.WITHDRAWN, Status.SEALED):
        story = take_down(story, by=by, because="asked")
    Deletion.objects.create(story=story, asked_by=by, due_on=timezone.localdate() + CLOCK)
    write_down(story, "delete", by)
    return story


@transaction.atomic
def keep(story: Story, *, by: User) -> Story:
    """Stop the clock. The memory stays hidden until somebody brings it back."""
    story = locked(story)
    going = Deletion.objects.filter(story=story).first()
    require(access.may_keep(by, story, going), _("Only who asked for it can stop the clock."))
    Deletion.objects.filter(story=story).delete()
    write_down(story, "keep", by)
    return story


def withdraw_without_consent(
    *, person: Person, by: User | None, story_ref: str = "", **_: Any
) -> list[Story]:
    """Take down every memory that rested on a yes which is now gone (``consent_withdrawn``)."""
    appearances = StoryPerson.objects.filter(person=person, story__status=Status.PUBLISHED)
    if story_ref:
        appearances = appearances.filter(story__ref=story_ref)
    resting = {
        a.story_id for a in appearances.select_related("person") if publication.has_to_agree(a)
    }
    rows = [locked(Story(pk=pk)) for pk in sorted(resting)]
    return [
        take_down(story, by=by, because="consent")
        for story in rows
        if story.status == Status.PUBLISHED and publication.yeses_missing(story)
    ]


@transaction.atomic
def withdraw_again(story: Story) -> bool:
    """Take back what a restored backup had brought back; False where it is back already."""
    story = locked(story)
    if story.status in (Status.WITHDRAWN, Status.SEALED):
        return False
    take_down(story, by=None, because="restored")
    return True
