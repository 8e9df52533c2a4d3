"""Two adults for what is sensitive, and a day on which it is published."""

from __future__ import annotations

from datetime import date, timedelta

from django.db import transaction
from django.utils import timezone

from families.models import User
from stories import access, first_yes, safeguarding, sensitive
from stories.lifecycle.ground import locked, require_not_held, require_status, write_down
from stories.lifecycle.publishing import (
    hold_answers_still,
    publish,
    require_ready,
    require_second_pair_of_eyes,
)
from stories.models import FirstYes, NewsKind, PublicationPlan, Story
from stories.models.states import Status
from stories.moderation import seen
from stories.news import telling
from stories.refusals import Refused, require

FURTHEST = timedelta(days=366)
"""How far ahead a day may be: a yes lasts a year."""


@transaction.atomic
def recommend(story: Story, *, by: User) -> Story:
    """Say the first of two yeses to a sensitive memory, as it reads now."""
    story = locked(story)
    require(access.may_review(by, story), "This memory is not yours to review.")
    require_not_held(story)
    shown = seen.version(story)
    if shown is story:
        require_status(story, Status.SUBMITTED)
    require_second_pair_of_eyes(story, by=by)
    said = first_yes.of(story, shown)
    if said is not None:
        raise Refused(f"{said.by} has said the first yes already.")
    require(sensitive.reasons(shown), "One adult is enough for this one. You can publish it.")
    require(not safeguarding.unreviewed(shown), "Look at each thing that the checks found first.")
    mine = {"by": by, "at": timezone.now(), "seen": seen.mark(shown)}
    FirstYes.objects.update_or_create(story=story, defaults=mine)
    if shown is story:
        _keep_with(story, by)
    write_down(story, "recommend", by)
    return story


@transaction.atomic
def unrecommend(story: Story, *, by: User) -> Story:
    """Take one's own first yes back. A plan that rested on it goes with it."""
    story = locked(story)
    require(access.may_review(by, story), "This memory is not yours to review.")
    mine = FirstYes.objects.filter(story=story, by=by)
    require(mine.exists(), "You have not recommended this one.")
    write_down(story, "unrecommend", by)
    return story


@transaction.atomic
def plan(story: Story, *, by: User, on: date) -> Story:
    """Decide now that it is published on a day to come, if nothing changes until then."""
    story = locked(story)
    require(access.may_review(by, story), "This memory is not yours to publish.")
    require_status(story, Status.SUBMITTED)
    today = timezone.localdate()
    require(today < on <= today + FURTHEST, "Choose a day that is still to come, within a year.")
    require_second_pair_of_eyes(story, by=by)
    require_ready(story, story, by=by)
    decided = {"by": by, "on": on, "made_at": timezone.now(), "seen": seen.mark(story)}
    nothing_yet = {"refused_at": None, "why_not": ""}
    PublicationPlan.objects.update_or_create(story=story, defaults=decided | nothing_yet)
    _keep_with(story, by)
    write_down(story, "plan", by, data={"until": on.isoformat()})
    return story


@transaction.atomic
def unplan(story: Story, *, by: User) -> Story:
    """Not on that day after all. The memory stays with the teachers."""
    story = locked(story)
    require(access.may_review(by, story), "This memory is not yours to review.")
    planned = PublicationPlan.objects.filter(story=story)
    require(planned.exists(), "It is not planned for any day.")
    planned.delete()
    write_down(story, "unplan", by)
    return story


@transaction.atomic
def come_due(story: Story, *, by: User | None = None) -> Story:
    """The day is there: ask everything again, and publish in the name of whoever decided.

    Where the answer is no, the memory stays where it is, and they hear why.
    """
    hold_answers_still(story, None)
    story = locked(story)
    require(by is None, "No person does this. It comes with the day.")
    planned = PublicationPlan.objects.select_related("by").filter(story=story, refused_at=None)
    due = planned.filter(on__lte=timezone.localdate()).first()
    if due is None:
        raise Refused("It is not to be published today.")
    try:
        with transaction.atomic():
            _require_as_decided(story, due)
            story = publish(story, by=due.by)
    except Refused as refused:
        return _stay(story, due, refused)
    write_down(story, "come_due", None)
    return story


def _require_as_decided(story: Story, due: PublicationPlan) -> None:
    require_status(story, Status.SUBMITTED)
    require(not story.asked_back_at, "Its writer wants to change something.")
    require(due.seen == seen.mark(story), "It was changed after that day was chosen.")


def _stay(story: Story, due: PublicationPlan, refused: Refused) -> Story:
    due.refused_at = timezone.now()
    due.why_not = " ".join([str(refused), *(blocker.sentence for blocker in refused.blockers)])
    due.save(update_fields=["refused_at", "why_not"])
    write_down(story, "come_due", None, data={"because": "refused"})
    telling.tell(NewsKind.NOT_OUT, story, to=due.by)
    return story


def _keep_with(story: Story, by: User) -> None:
    """Whoever decided has it, so that its author asks before writing on."""
    story.taken_up_by = by
    story.save(update_fields=["taken_up_by", "updated_at"])
