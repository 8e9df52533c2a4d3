"""Saving what somebody wrote, so that two screens never overwrite each other in silence."""

from __future__ import annotations

from django.db import transaction
from wagtail.models import Revision

from families.models import User
from stories import when
from stories.models import Story


class Overtaken(Exception):
    """Another screen saved this memory since these words were read from it."""


def begin(*, by: User) -> Story:
    """A new memory of this person, not yet saved, in the school and class they are in now."""
    membership = by.memberships.select_related("family").order_by("pk").first()
    return Story(
        author=by,
        school=by.school,
        reporter_class=by.reporter_class,
        family=membership.family if membership else None,
    )


@transaction.atomic
def save(story: Story, *, by: User, edition: int) -> Story:
    """Keep a memory with its parts, as edited by this person.

    ``edition`` is the number that the writer's screen was showing. Raises
    ``Overtaken``, keeping nothing, if another screen has saved since.
    """
    if story.pk is not None and _edition_now(story) != edition:
        raise Overtaken
    story.edition = edition + 1
    story.last_edited_by = by
    _read_when(story)
    story.save()
    return story


@transaction.atomic
def adopt(revision: Revision, *, by: User) -> Story:
    """Bring a mending made in Wagtail's editor into a memory that is not yet public.

    The desk reads the record, so an unpublished memory keeps no second version
    beside it. Raises ``ValueError`` for a live memory, whose draft has to wait.
    """
    story: Story = revision.as_object()
    if story.live:
        raise ValueError("A live memory keeps its draft beside it.")
    story.edition = _edition_now(story) + 1
    story.last_edited_by = by
    _read_when(story)
    story.save()
    return story


def _edition_now(story: Story) -> int:
    rows = Story.objects.select_for_update().filter(pk=story.pk)
    edition: int = rows.values_list("edition", flat=True).get()
    return edition


def _read_when(story: Story) -> None:
    reading = when.read(story.when_text)
    story.when_edtf = reading.edtf if reading else ""
    story.when_earliest = reading.earliest if reading else None
    story.when_latest = reading.latest if reading else None
