"""Mending together: a teacher corrects a slip, its writer is told, and may put their words back."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log
from wagtail.models import Revision

from families.models import User
from stories import writing
from stories.models import FirstYes, Mending, NewsKind, PublicationPlan, Story
from stories.models.states import WRITABLE, Status
from stories.moderation import changes
from stories.moderation.changes import Change
from stories.news import telling
from stories.refusals import require

THEIRS_TO_PUT_BACK = WRITABLE | {Status.SUBMITTED}
"""Where a writer may put their own words back, also while a teacher reads: it is not out."""


def wording_before(story: Story) -> Revision:
    """What it says now, kept so that it can be shown and put back."""
    now = Story.objects.get(pk=story.pk)
    if now.live and now.has_unpublished_changes:
        return now.latest_revision
    newest = now.latest_revision
    if newest is not None and not changes.between(newest.as_object(), now):
        return newest
    revision: Revision = now.save_revision(user=now.last_edited_by or now.author, clean=False)
    return revision


def note(story: Story, *, before: Revision, after: Revision, by: User) -> Mending | None:
    """Mark who changed what in somebody else's memory, and tell them."""
    if by.pk == story.author_id or not changes.between(before.as_object(), after.as_object()):
        return None
    edition = Story.objects.values_list("edition", flat=True).get(pk=story.pk)
    mending = Mending.objects.create(
        story=story, by=by, before=before, after=after, edition=edition
    )
    log(instance=story, action="stories.mend", user=by, revision=after)
    telling.tell(NewsKind.MENDED, story)
    return mending


def changes_of(mending: Mending) -> list[Change]:
    """What was corrected."""
    return changes.between(mending.before.as_object(), mending.after.as_object())


def may_be_put_back(mending: Mending, story: Story) -> bool:
    """While it is not out, nobody holds it, and nothing was written since."""
    is_theirs = story.status in THEIRS_TO_PUT_BACK and not story.live and not story.held
    return is_theirs and mending.put_back_at is None and mending.edition == story.edition


@transaction.atomic
def put_back(mending: Mending, *, by: User) -> Story:
    """Let the memory say again what its writer said. Whoever reads it sees that it changed."""
    story = Story.objects.select_for_update().get(pk=mending.story_id)
    mending = Mending.objects.select_for_update().select_related("before").get(pk=mending.pk)
    require(story.author_id == by.pk, _("Only the person who began this memory can do that."))
    require(may_be_put_back(mending, story), _("It has been changed since. Nothing is lost."))
    story = writing.say_again(story, mending.before, by=by)
    Mending.objects.filter(pk=mending.pk).update(put_back_at=timezone.now())
    FirstYes.objects.filter(story=story).delete()
    PublicationPlan.objects.filter(story=story).delete()
    log(instance=story, action="stories.put_back", user=by)
    return story
