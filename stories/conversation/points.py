"""What is done with points: kept, sent, answered, closed. None of it moves a memory on its way.

The lifecycle sends them and hands them over; the rest is done by the two whose point it is.
"""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log
from wagtail.models import Revision

from families.models import User
from stories import access
from stories.conversation import discretion, standing
from stories.models import Answer, Feedback, KeptPoint, Pin, Story
from stories.models.states import Status
from stories.refusals import require

PLACE = ("pin", "part", "item", "seconds", "quote", "before", "after")
"""What a kept point hands on to the one that is sent."""


@transaction.atomic
def keep(point: KeptPoint) -> KeptPoint:
    """Write a point down while reading. Nobody but whoever wrote it sees it before it is sent."""
    require(access.may_review(point.given_by, point.story), "This memory is not yours to review.")
    require(point.story.status == Status.SUBMITTED, _("This memory is not with a teacher now."))
    require(point.text.strip(), "Say in a sentence what to change.")
    _require_discreet(point.thanks, point.text)
    point.save()
    return point


def kept_by(user: User, story: Story) -> list[KeptPoint]:
    return list(KeptPoint.objects.filter(story=story, given_by=user).select_related("item"))


def drop(story: Story, number: int, *, by: User) -> None:
    """Take out a point of one's own that was not sent."""
    KeptPoint.objects.filter(story=story, given_by=by, pk=number).delete()


def send(
    story: Story, *, by: User, revision: Revision, feedback: str, thanks: str
) -> list[Feedback]:
    """Give the sentence about the whole, where there is one, and every point kept so far."""
    _require_discreet(thanks, feedback)
    kept = kept_by(by, story)
    given = [_given(point, revision) for point in kept]
    if feedback.strip():
        whole = Feedback(story=story, given_by=by, revision=revision)
        whole.text, whole.thanks = feedback.strip(), thanks.strip()
        given.insert(0, whole)
    for point in given:
        point.save()
    KeptPoint.objects.filter(pk__in=[point.pk for point in kept]).delete()
    return given


def take_back(story: Story, numbers: list[int]) -> None:
    """Keep again what was sent and not seen, so that no word of it is lost."""
    sent = Feedback.objects.filter(story=story, pk__in=numbers)
    for point in sent.order_by("pk"):
        place = {name: getattr(point, name) for name in PLACE}
        said = {"thanks": point.thanks, "text": point.text}
        KeptPoint.objects.create(story=story, given_by=point.given_by, **place, **said)
    sent.delete()


def _given(kept: KeptPoint, revision: Revision) -> Feedback:
    place = {name: getattr(kept, name) for name in PLACE}
    said = {"thanks": kept.thanks, "text": kept.text}
    return Feedback(story=kept.story, given_by=kept.given_by, revision=revision, **place, **said)


def _require_discreet(*texts: str) -> None:
    for text in texts:
        problem = discretion.problem_of_teacher(text)
        require(not problem, problem)


@transaction.atomic
def answer(point: Feedback, how: Answer, *, by: User) -> Feedback:
    """The writer changed it, or wants to leave it as it is, which closes it. One answer each.

    Until the memory is handed in again they may think better of it.
    """
    story = _held_still(point.story)
    point = Feedback.objects.select_for_update().get(pk=point.pk)
    require(access.may_write(by, story), _("It is not your turn now. Nothing is lost."))
    require(_is_the_writers(point), _("This one is done already."))
    is_left = how == Answer.LEFT
    point.answer = how
    point.closed_at, point.closed_by = (timezone.now(), by) if is_left else (None, None)
    point.save(update_fields=["answer", "closed_at", "closed_by"])
    log(instance=story, action="stories.answer", user=by)
    return point


def reply(point: Feedback, text: str, *, by: User) -> None:
    """Keep the writer's short reply, as they type it. Raises ``Refused`` where it gives away."""
    require(access.may_write(by, point.story), _("It is not your turn now. Nothing is lost."))
    require(_is_the_writers(point), _("This one is done already."))
    problem = discretion.problem_of_writer(point.story, text)
    require(not problem, problem)
    Feedback.objects.filter(pk=point.pk).update(reply=text.strip())


@transaction.atomic
def close(point: Feedback, *, by: User) -> None:
    """A teacher says that it is settled. Closing twice is closing once."""
    story = _held_still(point.story)
    require(access.may_review(by, story), "This memory is not yours to review.")
    closed = Feedback.objects.filter(pk=point.pk, closed_at=None)
    if closed.update(closed_at=timezone.now(), closed_by=by):
        log(instance=story, action="stories.close", user=by)


def hand_over(story: Story) -> None:
    """The memory is handed in: what changed is answered, and each answer waits for the teacher."""
    waiting = list(story.feedback.filter(answered_at=None))
    for stands in standing.of(waiting, list(story.parts.all())):
        if stands.is_changed and not stands.point.answer:
            stands.point.answer = Answer.CHANGED
        stands.point.answered_at = timezone.now()
    Feedback.objects.bulk_update(waiting, ["answer", "answered_at"])


def close_all(story: Story, *, by: User) -> None:
    """The memory is published: nothing is left to be done."""
    story.feedback.filter(closed_at=None).update(closed_at=timezone.now(), closed_by=by)


def forget(story: Story) -> None:
    """Somebody was taken out of the memory: earlier words of it, and replies, are not kept."""
    for model in (Feedback, KeptPoint):
        pinned = model._default_manager.filter(story=story)
        pinned.filter(pin=Pin.WORDS).update(pin=Pin.WHOLE)
        pinned.update(quote="", before="", after="")
    Feedback.objects.filter(story=story).update(reply="")


def _is_the_writers(point: Feedback) -> bool:
    """Open, or closed by the writer, and not handed in yet."""
    return point.answered_at is None and point.closed_by_id in (None, point.story.author_id)


def _held_still(story: Story) -> Story:
    return Story.objects.select_for_update().get(pk=story.pk)
