"""Out to the public through the one gate, and back when a yes has run out."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone
from wagtail.models import DraftStateMixin, Revision

from families import consent
from families.models import Person, User
from media.transcripts import verbs
from stories import access, first_yes, publication, review, sensitive
from stories.conversation import points
from stories.lifecycle.ground import (
    leave_the_public,
    locked,
    require_status,
    take_down,
    write_down,
)
from stories.models import NewsKind, Story
from stories.models.parts import StoryPerson
from stories.models.states import Status
from stories.news import telling
from stories.refusals import Refused, require


@transaction.atomic
def publish(story: Story, *, by: User | None, revision: Revision | None = None) -> Story:
    """Put the memory, or this revision of it, before the public, if the gate lets it through.

    Wagtail's own ways of publishing end here too; without a person behind them
    they are refused, because nobody has looked.
    """
    hold_answers_still(story, revision)
    story = locked(story)
    if by is None:
        raise Refused("A person has to publish this.")
    require(access.may_review(by, story), "This memory is not yours to publish.")
    require_status(story, Status.SUBMITTED, Status.PUBLISHED)
    revision = _as_stored(revision or _revision_to_publish(story))
    require(revision.pk != story.live_revision_id, "This memory is published already.")
    require_second_pair_of_eyes(story, by=by, editor=revision.user_id)
    _let_out_what_is_said(revision)
    require_ready(story, revision.as_object(), by=by)
    was_out = story.live
    _go_live(story, revision, by)
    story.refresh_from_db()
    points.close_all(story, by=by)
    review.approve(story, by=by)
    write_down(story, "publish", by, revision=revision)
    if not was_out:
        telling.tell(NewsKind.PUBLISHED, story)
    return story


def require_second_pair_of_eyes(story: Story, *, by: User, editor: int | None = None) -> None:
    require(
        access.has_second_pair_of_eyes(by, story) and by.pk != editor,
        "You wrote or edited this one. Somebody else has to publish it.",
    )


def require_ready(story: Story, shown: Story, *, by: User) -> None:
    """Ask the gate, and for a sensitive memory whether another adult has said yes to it."""
    in_the_way = publication.blockers(shown)
    if in_the_way:
        raise Refused("It cannot be published yet.", in_the_way)
    why_two = sensitive.reasons(shown)
    require(
        not why_two or first_yes.stands(story, shown, beside=by),
        f"{' '.join(why_two)} So two adults have to agree: one recommends it, another publishes.",
    )


@transaction.atomic
def lapse(story: Story, *, by: User | None = None) -> Story:
    """Ask the gate about a public memory again, as every night, and close it where a yes is gone.

    What has run out sends it back to be read again, behind the school's door; what somebody
    does not want any more takes it down for good. Nobody is behind it but the calendar.
    """
    hold_answers_still(story, None)
    story = locked(story)
    require(by is None, "No person does this. It is asked every night.")
    require_status(story, Status.PUBLISHED)
    missing = publication.yeses_missing(story)
    require(missing, "Everybody who has to has said yes.")
    if any(blocker.lack in consent.REFUSALS for blocker in missing):
        return take_down(story, by=None, because="consent")
    story.status = Status.SUBMITTED
    story.submitted_at = timezone.now()
    story.taken_up_by = None
    leave_the_public(story)
    story.save()
    review.start(story, by=None)
    write_down(story, "lapse", None, data={"because": "run out"})
    return story


def hold_answers_still(story: Story, revision: Revision | None) -> None:
    """Let nobody in the memory take a yes back between the gate and going live.

    ``consent.record`` waits on the same rows. They are locked before the memory,
    in the order of their keys, so that two locks never wait for each other.
    """
    people = set(StoryPerson.objects.filter(story=story).values_list("person", flat=True))
    if revision is not None:
        people |= {row["person"] for row in revision.content.get("people", ())}
    list(Person.objects.select_for_update().filter(pk__in=people).order_by("pk"))


def _revision_to_publish(story: Story) -> Revision:
    """The draft of a live memory, or else what the record says, as its last editor's."""
    if story.live and story.latest_revision is not None:
        return story.latest_revision
    return story.save_revision(user=story.last_edited_by or story.author, clean=False)


def _as_stored(revision: Revision) -> Revision:
    """The revision beside the memory as it is now, not as somebody read it a while ago."""
    return Revision.objects.get(pk=revision.pk)


def _let_out_what_is_said(revision: Revision) -> None:
    """Transcripts are beside revisions: the newest wordings go out with what was read."""
    for part in revision.as_object().parts.all():
        if part.item is not None:
            verbs.let_out(part.item)


def _go_live(story: Story, revision: Revision, by: User) -> None:
    Story.objects.filter(pk=story.pk).update(
        status=Status.PUBLISHED, taken_up_by=None, asked_back_at=None
    )
    stored = _as_stored(revision)
    DraftStateMixin.publish(story, stored, user=by, log_action=False, skip_permission_checks=True)
    Story.objects.filter(author=story.author_id, is_first=True).update(is_first=False)
