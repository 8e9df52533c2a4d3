"""Finds the memories whose clock has run down, and ends each in a transaction of its own.

A run that is killed leaves one memory whole and the others gone; the next goes on. Stored
files go after the rows that name them; what a killed run leaves, ``media.sweeping`` takes.
"""

from __future__ import annotations

import logging

from django.db import transaction
from django.utils import timezone

from families.belongings import people_of
from stories import ledger
from stories.erasing import going, leaving
from stories.models import Deletion, Story
from stories.models.parts import StoryPerson
from stories.models.states import Status

logger = logging.getLogger(__name__)


def erase_due() -> list[str]:
    """End every memory that is due; the refs of those that are gone."""
    due = Deletion.objects.filter(due_on__lte=timezone.localdate(), story__held=False)
    due = due.exclude(story__status=Status.SEALED)
    gone = []
    for pk in list(due.values_list("pk", flat=True)):
        try:
            gone += _end(pk)
        except Exception:
            # One that cannot go must not keep the others; it is tried again tomorrow.
            logger.exception("Deletion %s could not be carried out.", pk)
    return gone


@transaction.atomic
def _end(pk: int) -> list[str]:
    """Asked once more under the lock: it may have been kept or held a moment ago."""
    waiting = Deletion.objects.select_related("asked_by").filter(pk=pk).first()
    if waiting is None:
        return []
    story = Story.objects.select_for_update().get(pk=waiting.story_id)
    waiting = Deletion.objects.select_related("asked_by").filter(pk=pk).first()
    if waiting is None or story.held or story.status == Status.SEALED:
        return []
    remaining = _others(story, waiting)
    if remaining and waiting.asked_by is not None:
        leaving.leave(story, waiting.asked_by)
        ledger.write_after_commit(story.ref, ledger.Entry.LEFT, waiting.asked_by.pk)
        waiting.delete()
        return []
    going.destroy(story)
    return [story.ref]


def _others(story: Story, waiting: Deletion) -> bool:
    """Whether it has another teller than whoever asked; a lead asks for everybody."""
    asker = waiting.asked_by
    tellers = StoryPerson.objects.filter(story=story, role=StoryPerson.Role.TELLER)
    if asker is None or tellers.count() < 2:  # noqa: PLR2004 - One teller is no company.
        return False
    theirs = people_of(asker)
    is_in_it: bool = story.author_id == asker.pk or tellers.filter(person__in=theirs).exists()
    return is_in_it and tellers.exclude(person__in=theirs).exists()
