"""What every verb stands on: the row as it is now, from where it may go, and a line in the log."""

from __future__ import annotations

from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log
from wagtail.models import Revision

from families.models import User
from stories import ledger, review
from stories.index import keeping
from stories.models import Deletion, FirstYes, PublicationPlan, Story, Undoable
from stories.models.states import Status
from stories.refusals import require

LEAVE_AS_DECIDED = {
    "take_up",
    "assign",
    "ask_back",
    "recommend",
    "plan",
    "unplan",
    "come_due",
    "keep",
}
"""Verbs after which a first yes still stands. Every other ends it, and a plan with it."""


def locked(story: Story) -> Story:
    """The row as it is now, held against every other writer until the transaction ends."""
    return Story.objects.select_for_update().get(pk=story.pk)


def require_status(story: Story, *statuses: Status) -> None:
    require(
        story.status in statuses,
        _("This memory is %(status)s now.") % {"status": story.get_status_display()},
    )


def require_not_held(story: Story) -> None:
    require(not story.held, _("The safeguarding lead is looking at this memory."))


def is_going(story: Story) -> bool:
    return Deletion.objects.filter(story=story).exists()


def is_first(story: Story) -> bool:
    """Whether nothing that its author began has been published yet."""
    published = Story.objects.filter(author=story.author_id, first_published_at__isnull=False)
    return not published.exists()


def leave_the_public(story: Story) -> None:
    story.live = False
    story.live_revision = None


def take_down(story: Story, *, by: User | None, because: str) -> Story:
    story.status = Status.WITHDRAWN
    story.withdrawn_at = timezone.now()
    leave_the_public(story)
    story.save()
    review.cancel(story, by=by)
    write_down(story, "withdraw", by, data={"because": because})
    return story


def write_down(
    story: Story,
    verb: str,
    by: User | None,
    *,
    revision: Revision | None = None,
    data: dict[str, str] | None = None,
) -> None:
    note(story, verb, by, revision=revision, data=data)
    settle(verb, story)


def note(
    story: Story,
    verb: str,
    by: User | None,
    *,
    revision: Revision | None = None,
    data: dict[str, str] | None = None,
) -> None:
    """The line in the log, and what a restored backup has to be told."""
    log(instance=story, action=f"stories.{verb}", user=by, revision=revision, data=data)
    ledger.note(story.ref, verb)


def settle(verb: str, *stories: Story) -> None:
    """End what stood only until something was done to these memories, and find them anew."""
    Undoable.objects.filter(story__in=stories).delete()
    if verb not in LEAVE_AS_DECIDED:
        FirstYes.objects.filter(story__in=stories).delete()
        PublicationPlan.objects.filter(story__in=stories).delete()
    keeping.follow(*stories)
