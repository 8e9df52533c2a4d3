"""Saving what somebody wrote, so that two screens never overwrite each other in silence."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import models, transaction
from django.utils import timezone
from wagtail.log_actions import log
from wagtail.models import Revision

from families.models import Family, User
from media.models import Item
from stories import when
from stories.index import keeping
from stories.models import Story, StoryPart

TURN = ("status", "held", "taken_up_by_id", "live")
"""Written by the lifecycle while somebody may be writing."""

WORDS = ("title", "summary", "context", "when_text")
"""What somebody wrote, beside the parts."""


class Overtaken(Exception):
    """Another screen saved this memory since these words were read from it."""


def begin(*, by: User, answers: Story | None = None) -> Story:
    """A new memory of this person, not yet saved, in the school and class they are in now.

    The memory that it ``answers`` is said here once and never changed. Both keep their own
    audience, consents and way; the new one goes to the family of the other, where that is
    one of this person's.
    """
    return Story(
        author=by,
        school=by.school,
        reporter_class=by.reporter_class,
        family=_family(by, answers),
        answers=answers,
    )


def _family(by: User, answers: Story | None) -> Family | None:
    theirs = [m.family for m in by.memberships.select_related("family").order_by("pk")]
    same = (family for family in theirs if answers and family.pk == answers.family_id)
    return next(same, theirs[0] if theirs else None)


@transaction.atomic
def save(story: Story, *, by: User, edition: int) -> Story:
    """Keep a memory with its parts, as edited by this person.

    ``edition`` is the number that the writer's screen was showing. Raises
    ``Overtaken``, keeping nothing, if another screen has saved since, or if the
    lifecycle has moved the memory on: saving writes the whole row.
    """
    asked_before = None
    if story.pk is not None:
        now = _now(story)
        asked_before = now.pop("audience")
        if now != {"edition": edition, **_turn(story)}:
            raise Overtaken
    story.edition = edition + 1
    story.last_edited_by = by
    read_when(story)
    story.save()
    if asked_before not in (None, story.audience):
        data = {"from": asked_before, "to": story.audience}
        log(instance=story, action="stories.audience", user=by, data=data)
        keeping.follow(story)
    return story


@transaction.atomic
def adopt(revision: Revision, *, by: User) -> Story:
    """Bring a mending made in Wagtail's editor into a memory that is not yet public.

    The desk reads the record, so an unpublished memory keeps no second version
    beside it. Raises ``ValueError`` for a live memory, whose draft has to wait.
    """
    Story.objects.select_for_update().get(pk=revision.object_id)
    story: Story = Revision.objects.get(pk=revision.pk).as_object()
    if story.live:
        raise ValueError("A live memory keeps its draft beside it.")
    story.edition += 1
    story.last_edited_by = by
    read_when(story)
    story.save()
    return story


@transaction.atomic
def bring_back(revision: Revision, *, by: User) -> Story:
    """Let the memory say again what it said then; what it says now is kept in the history.

    Only words and things come back: who is in it, who may see it and where it is stay
    as they are now. A thing that was added since stays too, at the end. Raises
    ``Overtaken`` where it is not the writer's turn any more.
    """
    now = Story.objects.select_for_update().get(pk=revision.object_id)
    if not now.is_writable:
        raise Overtaken
    return say_again(now, revision, by=by)


def say_again(now: Story, revision: Revision, *, by: User) -> Story:
    """The same, once it is sure that this person may. The caller holds the memory's row."""
    now.save_revision(user=now.last_edited_by or by, clean=False)
    now.refresh_from_db(fields=["latest_revision", "has_unpublished_changes"])
    then: Story = Revision.objects.get(pk=revision.pk).as_object()
    for name in WORDS:
        setattr(now, name, getattr(then, name))
    again = [_afresh(part) for part in then.parts.all()]
    shown = {part.item_id for part in again}
    added = [_afresh(p) for p in now.parts.all() if p.item_id and p.item_id not in shown]
    for place, part in enumerate([*again, *added]):
        part.sort_order = place
    now.parts.set([*again, *added])
    return save(now, by=by, edition=now.edition)


def _afresh(part: StoryPart) -> StoryPart:
    """The same as a new row: its old one may be somebody else's by now."""
    names = ("kind", "text", "item_id", "caption", "description", "asks_teacher", "is_cover")
    return StoryPart(**{name: getattr(part, name) for name in names})


def set_aside(revision: Revision, *, by: User) -> None:
    """Note who mended a live memory, so that another adult publishes the draft.

    What is public stays as it is. The edition moves on, so that a second editor
    does not overwrite this draft unseen.
    """
    Story.objects.filter(pk=revision.object_id).update(
        last_edited_by=by, edition=models.F("edition") + 1
    )


@transaction.atomic
def note_what_is_said(item: Item, *, by: User) -> None:
    """Note who changed what is said in a recording, so that another adult publishes it.

    The words themselves are kept beside the memory; for a live one, a draft stands for them.
    """
    told_in = Story.objects.filter(pk__in=StoryPart.objects.filter(item=item).values("story"))
    told_in.filter(live=False).update(last_edited_by=by)
    for story in told_in.filter(live=True).select_for_update().order_by("pk"):
        draft = story.latest_revision
        if draft is None or draft.pk == story.live_revision_id or draft.user_id != by.pk:
            newest = story.get_latest_revision_as_object()
            set_aside(newest.save_revision(user=by, clean=False), by=by)


def _turn(story: Story) -> dict[str, Any]:
    """What says whose turn it is, as this object knows it."""
    return {name: getattr(story, name) for name in TURN}


def _now(story: Story) -> dict[str, Any]:
    """The same, the edition and the audience, as stored, held until the transaction ends."""
    rows = Story.objects.select_for_update().filter(pk=story.pk)
    return dict(rows.values("edition", "audience", *TURN).get())


def said_on(story: Story) -> date:
    """The day from which "last year" counts: that on which it was begun, so that it stays put."""
    return timezone.localdate(story.created_at) if story.created_at else timezone.localdate()


def read_when(story: Story) -> None:
    """Put the machine's reading of the teller's words about time beside them."""
    reading = when.read(story.when_text, said_on=said_on(story))
    story.when_edtf = reading.edtf if reading else ""
    story.when_earliest = reading.earliest if reading else None
    story.when_latest = reading.latest if reading else None
