"""The only writer of a memory's status.

Each verb checks who may, checks from where, writes, and adds one line to the
audit log, in one transaction. Each raises ``Refused`` with a sentence for the
screen and changes nothing when it may not.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log
from wagtail.models import DraftStateMixin, Revision

from families import consent
from families.models import Person, User
from media.transcripts import verbs
from stories import access, ledger, publication, review
from stories.models import Deletion, Feedback, Story
from stories.models.deletion import CLOCK
from stories.models.parts import StoryPerson
from stories.models.states import Status

VERBS = (
    "submit",
    "take_up",
    "request_changes",
    "publish",
    "withdraw",
    "bring_back",
    "delete",
    "keep",
    "lapse",
    "seal",
    "hold",
    "release",
)
"""The closed vocabulary of the audit log, each written there as ``stories.<verb>``."""


class Refused(Exception):
    """The verb may not be done now. ``str()`` is a sentence for the person who tried."""

    def __init__(self, sentence: str, blockers: Collection[publication.Blocker] = ()) -> None:
        super().__init__(sentence)
        self.blockers = list(blockers)


@transaction.atomic
def submit(story: Story, *, by: User) -> Story:
    """Hand the memory in. What it says now is kept, so that a teacher sees what changes later."""
    story = _locked(story)
    _require(access.may_submit(by, story), "Only the person who began this memory can hand it in.")
    _require_not_held(story)
    _require_status(story, Status.DRAFT, Status.CHANGES_REQUESTED)
    _require(publication.has_content(story), "Give it a title and some words first.")
    story.status = Status.SUBMITTED
    story.submitted_at = timezone.now()
    story.taken_up_by = None
    story.save()
    story.feedback.filter(answered_at=None).update(answered_at=timezone.now())
    revision = story.save_revision(user=by, clean=False)
    review.start(story, by=by)
    _log(story, "submit", by, revision=revision)
    return story


@transaction.atomic
def take_up(story: Story, *, by: User) -> Story:
    """A teacher begins to read; from now on the author asks before writing on."""
    story = _locked(story)
    _require(access.may_review(by, story), "This memory is not yours to review.")
    _require_status(story, Status.SUBMITTED)
    _require(
        story.taken_up_by_id in (None, by.pk), f"{story.taken_up_by} is already reading this one."
    )
    story.taken_up_by = by
    story.save(update_fields=["taken_up_by", "updated_at"])
    _log(story, "take_up", by)
    return story


@transaction.atomic
def request_changes(story: Story, *, by: User, feedback: str) -> Story:
    """Give the memory back with a sentence of feedback."""
    story = _locked(story)
    _require(access.may_review(by, story), "This memory is not yours to review.")
    _require_status(story, Status.SUBMITTED)
    _require(feedback.strip(), "Say in a sentence what to change.")
    revision = story.save_revision(user=story.last_edited_by or story.author, clean=False)
    Feedback.objects.create(story=story, text=feedback.strip(), given_by=by, revision=revision)
    story.status = Status.CHANGES_REQUESTED
    story.taken_up_by = by
    story.save()
    review.ask_for_changes(story, by=by, comment=feedback.strip())
    _log(story, "request_changes", by, revision=revision)
    return story


@transaction.atomic
def publish(story: Story, *, by: User | None, revision: Revision | None = None) -> Story:
    """Put the memory, or this revision of it, before the public, if the gate lets it through.

    Wagtail's own ways of publishing end here too; without a person behind them
    they are refused, because nobody has looked.
    """
    _hold_answers_still(story, revision)
    story = _locked(story)
    if by is None:
        raise Refused("A person has to publish this.")
    _require(access.may_review(by, story), "This memory is not yours to publish.")
    _require_status(story, Status.SUBMITTED, Status.PUBLISHED)
    revision = _as_stored(revision or _revision_to_publish(story))
    _require(revision.pk != story.live_revision_id, "This memory is published already.")
    _require(
        access.has_second_pair_of_eyes(by, story) and revision.user_id != by.pk,
        "You wrote or edited this one. Somebody else has to publish it.",
    )
    _let_out_what_is_said(revision)
    in_the_way = publication.blockers(revision.as_object())
    if in_the_way:
        raise Refused("It cannot be published yet.", in_the_way)
    _go_live(story, revision, by)
    story.refresh_from_db()
    review.approve(story, by=by)
    _log(story, "publish", by, revision=revision)
    return story


@transaction.atomic
def withdraw(story: Story, *, by: User | None) -> Story:
    """Take the memory back, at once and everywhere: every reader goes through ``public()``."""
    story = _locked(story)
    _require(by is not None and access.may_withdraw(by, story), "This memory is not yours.")
    _require(story.status != Status.WITHDRAWN, "This memory has been taken back already.")
    return _withdraw(story, by=by, because="asked")


@transaction.atomic
def bring_back(story: Story, *, by: User) -> Story:
    """Begin again with a memory that was taken back: its author's draft, which nobody else has.

    It goes the whole way once more. The gate takes no yes from before it was taken back.
    """
    story = _locked(story)
    _require(access.may_bring_back(by, story), "Only the person who began it can do that.")
    _require_not_held(story)
    _require_status(story, Status.WITHDRAWN)
    _require(not _is_going(story), "It is being deleted. Keep it first.")
    story.status = Status.DRAFT
    story.taken_up_by = None
    story.save()
    _log(story, "bring_back", by)
    return story


@transaction.atomic
def delete(story: Story, *, by: User) -> Story:
    """Hide the memory now, and set the clock after which nothing of it is left."""
    story = _locked(story)
    _require(access.may_delete(by, story), "This memory is not yours to delete.")
    _require(not _is_going(story), "The clock of this memory is running already.")
    if story.status not in (Status.WITHDRAWN, Status.SEALED):
        story = _withdraw(story, by=by, because="asked")
    Deletion.objects.create(story=story, asked_by=by, due_on=timezone.localdate() + CLOCK)
    _log(story, "delete", by)
    return story


@transaction.atomic
def keep(story: Story, *, by: User) -> Story:
    """Stop the clock. The memory stays hidden until somebody brings it back."""
    story = _locked(story)
    going = Deletion.objects.filter(story=story).first()
    _require(access.may_keep(by, story, going), "Only who asked for it can stop the clock.")
    Deletion.objects.filter(story=story).delete()
    _log(story, "keep", by)
    return story


@transaction.atomic
def lapse(story: Story, *, by: User | None = None) -> Story:
    """Ask the gate about a public memory again, as every night, and close it where a yes is gone.

    What has run out sends it back to be read again, behind the school's door; what somebody
    does not want any more takes it down for good. Nobody is behind it but the calendar.
    """
    _hold_answers_still(story, None)
    story = _locked(story)
    _require(by is None, "No person does this. It is asked every night.")
    _require_status(story, Status.PUBLISHED)
    missing = publication.yeses_missing(story)
    _require(missing, "Everybody who has to has said yes.")
    if any(blocker.lack in consent.REFUSALS for blocker in missing):
        return _withdraw(story, by=None, because="consent")
    story.status = Status.SUBMITTED
    story.submitted_at = timezone.now()
    story.taken_up_by = None
    _leave_the_public(story)
    story.save()
    review.start(story, by=None)
    _log(story, "lapse", None, data={"because": "run out"})
    return story


@transaction.atomic
def seal(story: Story, *, by: User, until: date) -> Story:
    """Close the memory until a date. The date calls a person; it never publishes."""
    story = _locked(story)
    _require(access.may_review(by, story), "This memory is not yours to seal.")
    _require(story.status != Status.WITHDRAWN, "This memory has been taken back.")
    _require(until > timezone.localdate(), "Choose a day that is still to come.")
    story.status = Status.SEALED
    story.sealed_until = until
    _leave_the_public(story)
    story.save()
    review.cancel(story, by=by)
    _log(story, "seal", by, data={"until": until.isoformat()})
    return story


@transaction.atomic
def hold(story: Story, *, by: User, reason: str) -> Story:
    """Freeze the memory, whatever its status, until the safeguarding lead releases it."""
    story = _locked(story)
    _require(access.may_hold(by, story), "This memory is not one you can freeze.")
    return _hold(story, by=by, reason=reason)


@transaction.atomic
def hold_all(stories: Collection[Story], *, by: User, reason: str) -> list[Story]:
    """Freeze many memories in one moment: all or none. Those that are held already stay so."""
    rows = Story.objects.select_for_update().filter(pk__in=[story.pk for story in stories])
    locked = list(rows.order_by("pk"))
    _require(
        all(access.may_hold(by, story) for story in locked),
        "One of these memories is not one you can freeze.",
    )
    free = [story for story in locked if not story.held]
    now = timezone.now()
    Story.objects.filter(pk__in=[s.pk for s in free]).update(held=True, updated_at=now)
    for story in free:
        story.held = True
        _log(story, "hold", by, data={"reason": reason})
    return free


@transaction.atomic
def release(story: Story, *, by: User) -> Story:
    """End a hold or a seal. A sealed memory goes back to be read again, never straight out."""
    story = _locked(story)
    _require(access.may_release(by, story), "Only the safeguarding lead can release this.")
    _require(story.held or story.status == Status.SEALED, "This memory is neither held nor sealed.")
    story.held = False
    if story.status == Status.SEALED:
        story.status = Status.SUBMITTED if story.submitted_at else Status.DRAFT
        story.sealed_until = None
        story.taken_up_by = None
    story.save()
    if story.status == Status.SUBMITTED:
        review.start(story, by=by)
    _log(story, "release", by)
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
    locked = [_locked(Story(pk=pk)) for pk in sorted(resting)]
    return [
        _withdraw(story, by=by, because="consent")
        for story in locked
        if story.status == Status.PUBLISHED and publication.yeses_missing(story)
    ]


@transaction.atomic
def withdraw_again(story: Story) -> bool:
    """Take back what a restored backup had brought back; False where it is back already."""
    story = _locked(story)
    if story.status in (Status.WITHDRAWN, Status.SEALED):
        return False
    _withdraw(story, by=None, because="restored")
    return True


@transaction.atomic
def hold_again(story: Story) -> bool:
    """Freeze what a restored backup had thawed; False where nobody can see it anyway."""
    story = _locked(story)
    if story.held or story.status == Status.SEALED:
        return False
    _hold(story, by=None, reason="restored")
    return True


def _hold(story: Story, *, by: User | None, reason: str) -> Story:
    story.held = True
    story.save(update_fields=["held", "updated_at"])
    _log(story, "hold", by, data={"reason": reason})
    return story


def _withdraw(story: Story, *, by: User | None, because: str) -> Story:
    story.status = Status.WITHDRAWN
    story.withdrawn_at = timezone.now()
    _leave_the_public(story)
    story.save()
    review.cancel(story, by=by)
    _log(story, "withdraw", by, data={"because": because})
    return story


def _locked(story: Story) -> Story:
    """The row as it is now, held against every other writer until the transaction ends."""
    return Story.objects.select_for_update().get(pk=story.pk)


def _hold_answers_still(story: Story, revision: Revision | None) -> None:
    """Let nobody in the memory take a yes back between the gate and going live.

    ``consent.record`` waits on the same rows. They are locked before the memory,
    in the order of their keys, so that two locks never wait for each other.
    """
    people = set(StoryPerson.objects.filter(story=story).values_list("person", flat=True))
    if revision is not None:
        people |= {row["person"] for row in revision.content.get("people", ())}
    list(Person.objects.select_for_update().filter(pk__in=people).order_by("pk"))


def _is_going(story: Story) -> bool:
    return Deletion.objects.filter(story=story).exists()


def _require(condition: object, sentence: str) -> None:
    if not condition:
        raise Refused(sentence)


def _require_status(story: Story, *statuses: Status) -> None:
    _require(story.status in statuses, f"This memory is {story.get_status_display()} now.")


def _require_not_held(story: Story) -> None:
    _require(not story.held, "The safeguarding lead is looking at this memory.")


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
    Story.objects.filter(pk=story.pk).update(status=Status.PUBLISHED, taken_up_by=None)
    stored = _as_stored(revision)
    DraftStateMixin.publish(story, stored, user=by, log_action=False, skip_permission_checks=True)


def _leave_the_public(story: Story) -> None:
    story.live = False
    story.live_revision = None


def _log(
    story: Story,
    verb: str,
    by: User | None,
    *,
    revision: Revision | None = None,
    data: dict[str, str] | None = None,
) -> None:
    log(instance=story, action=f"stories.{verb}", user=by, revision=revision, data=data)
    ledger.note(story.ref, verb)
