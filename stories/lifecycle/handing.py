"""Between its author and a teacher: handed in, taken up, asked for changes, given back."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from families.models import User
from stories import access, in_pictures, publication, review
from stories.conversation import points
from stories.lifecycle.ground import (
    is_first,
    locked,
    require_not_held,
    require_status,
    write_down,
)
from stories.lifecycle.undoing import as_it_was, remember
from stories.models import NewsKind, PartingWord, Story
from stories.models.states import Status
from stories.news import telling
from stories.refusals import require


@transaction.atomic
def submit(story: Story, *, by: User) -> Story:
    """Hand the memory in. What it says now is kept, so that a teacher sees what changes later."""
    story = locked(story)
    require(
        access.may_submit(by, story), _("Only the person who began this memory can hand it in.")
    )
    require_not_held(story)
    require_status(story, Status.DRAFT, Status.CHANGES_REQUESTED)
    require(publication.has_content(story), _("Give it a title and some words first."))
    story.status = Status.SUBMITTED
    story.submitted_at = timezone.now()
    story.taken_up_by = None
    story.is_first = is_first(story)
    story.save()
    points.hand_over(story)
    PartingWord.objects.filter(story=story, over_at=None).update(over_at=story.submitted_at)
    in_pictures.look_soon(story)
    revision = story.save_revision(user=by, clean=False)
    review.start(story, by=by)
    write_down(story, "submit", by, revision=revision)
    return story


@transaction.atomic
def take_up(story: Story, *, by: User) -> Story:
    """A teacher begins to read; from now on the author asks before writing on."""
    story = locked(story)
    require(access.may_review(by, story), "This memory is not yours to review.")
    require_status(story, Status.SUBMITTED)
    require(
        story.taken_up_by_id in (None, by.pk), f"{story.taken_up_by} is already reading this one."
    )
    is_new = _give_to_read(story, by)
    write_down(story, "take_up", by)
    if is_new:
        telling.tell(NewsKind.TAKEN_UP, story)
    return story


@transaction.atomic
def assign(story: Story, *, by: User, to: User) -> Story:
    """Hand a memory that waits, or that one is reading, to a colleague of the same school."""
    story = locked(story)
    require(access.may_review(by, story), "This memory is not yours to review.")
    require(access.may_review(to, story), f"{to} is not of the staff of this school.")
    require_not_held(story)
    require_status(story, Status.SUBMITTED)
    reader = story.taken_up_by
    require(reader in (None, by, to), f"{reader} is already reading this one.")
    require(reader != to, f"{to} is reading this one already.")
    require(to.pk != story.author_id, f"{to} wrote this one, so somebody else has to read it.")
    is_new = _give_to_read(story, to)
    write_down(story, "assign", by, data={"reader": str(to.pk)})
    if is_new:
        telling.tell(NewsKind.TAKEN_UP, story)
    return story


@transaction.atomic
def request_changes(story: Story, *, by: User, feedback: str = "", thanks: str = "") -> Story:
    """Give the memory back with a sentence about the whole of it, and the points kept so far."""
    story = locked(story)
    require(access.may_review(by, story), "This memory is not yours to review.")
    require_status(story, Status.SUBMITTED)
    before = as_it_was(story)
    revision = story.save_revision(user=story.last_edited_by or story.author, clean=False)
    given = points.send(story, by=by, revision=revision, feedback=feedback, thanks=thanks)
    require(given, "Say in a sentence what to change.")
    _back_to_the_author(story, by=by)
    review.ask_for_changes(story, by=by, comment=given[0].text)
    write_down(story, "request_changes", by, revision=revision)
    remember(story, "request_changes", before, by=by, sent=[point.pk for point in given])
    telling.tell(NewsKind.FEEDBACK, story)
    return story


@transaction.atomic
def ask_back(story: Story, *, by: User) -> Story:
    """Its author wants to change something: it comes straight back, unless somebody reads it.

    Whoever reads it then sees the wish, and gives it back or says what they think.
    """
    story = locked(story)
    require(access.may_submit(by, story), _("Only the person who began this memory can do that."))
    require_not_held(story)
    require_status(story, Status.SUBMITTED)
    if story.taken_up_by_id is None:
        story.status = Status.CHANGES_REQUESTED if story.feedback.exists() else Status.DRAFT
        story.save()
        review.cancel(story, by=by)
    elif story.asked_back_at is None:
        story.asked_back_at = timezone.now()
        story.save(update_fields=["asked_back_at", "updated_at"])
    write_down(story, "ask_back", by)
    return story


@transaction.atomic
def give_back(story: Story, *, by: User) -> Story:
    """Let the author write on, because they asked."""
    story = locked(story)
    require(access.may_review(by, story), "This memory is not yours to review.")
    require_status(story, Status.SUBMITTED)
    require(story.asked_back_at, "Nobody has asked for this one back.")
    before = as_it_was(story)
    revision = story.save_revision(user=story.last_edited_by or story.author, clean=False)
    _back_to_the_author(story, by=by)
    review.ask_for_changes(story, by=by, comment="Its author wants to change something.")
    write_down(story, "give_back", by, revision=revision)
    remember(story, "give_back", before, by=by)
    telling.tell(NewsKind.GIVEN_BACK, story)
    return story


def _back_to_the_author(story: Story, *, by: User) -> None:
    story.status = Status.CHANGES_REQUESTED
    story.taken_up_by = by
    story.asked_back_at = None
    story.save()


def _give_to_read(story: Story, reader: User) -> bool:
    """Let this person read it; True where nobody had it before."""
    is_new = story.taken_up_by_id is None
    story.taken_up_by = reader
    if is_new:
        story.asked_back_at = None
    story.save(update_fields=["taken_up_by", "asked_back_at", "updated_at"])
    return is_new
