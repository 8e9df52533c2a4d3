"""After a backup was put back: everything that was taken back since, taken back again.

The database that was restored is asked first, so that what it knows better, such as a yes
that is newer than the no in the ledger, is left alone, and twice is the same as once.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator

from django.db import transaction
from django.utils import timezone
from wagtail.models import ModelLogEntry

from families import consent, erasure
from families.models import Consent, Person, User
from families.models.consents import Decision, Scope
from stories import ledger, lifecycle
from stories.erasing import destroy, leaving
from stories.ledger import Entry, Line
from stories.models import FirstYes, PublicationPlan, Story

PUT_BACK = "A backup was put back. Please choose the day again."

logger = logging.getLogger(__name__)


def reapply() -> Iterator[str]:
    """Do what the ledger says; a line for each thing that had come back."""
    steps = (
        (ledger.last(Entry.HELD, Entry.RELEASED), _hold),
        (ledger.last(Entry.WITHDRAWN, Entry.DELETED, Entry.PUBLISHED), _take_back),
        ([line for line in ledger.lines() if line.entry is Entry.LEFT], _take_out),
        ([line for line in ledger.lines() if line.entry is Entry.REFUSED], _refuse),
        (ledger.last(Entry.NEVER), _never_show),
        (ledger.last(Entry.ERASED), _erase),
    )
    for found, again in steps:
        for line in found:
            if again(line):
                yield f"{line.ref} {line.entry}"
    yield from _decide_again()


def _decide_again() -> Iterator[str]:
    """A day or a first yes may have been called off since the backup: somebody says it anew."""
    FirstYes.objects.all().delete()
    for plan in PublicationPlan.objects.filter(refused_at=None).select_related("story"):
        plan.refused_at, plan.why_not = timezone.now(), PUT_BACK
        plan.save(update_fields=["refused_at", "why_not"])
        yield f"{plan.story.ref} planned"


def _hold(line: Line) -> bool:
    story = Story.objects.filter(ref=line.ref).first()
    is_held = line.entry is Entry.HELD
    return story is not None and is_held and lifecycle.hold_again(story)


def _take_back(line: Line) -> bool:
    story = Story.objects.filter(ref=line.ref).first()
    if story is None or line.entry is Entry.PUBLISHED:
        return False
    if line.entry is Entry.DELETED:
        destroy(story)
        return True
    return lifecycle.withdraw_again(story)


@transaction.atomic
def _take_out(line: Line) -> bool:
    """Whoever left a memory that others told as well leaves it again."""
    story = Story.objects.select_for_update().filter(ref=line.ref).first()
    user = User.objects.filter(pk=line.details[0], date_joined__lt=line.at).first()
    if story is None or user is None or not leaving.is_in(story, user):
        return False
    leaving.leave(story, user)
    return True


def _refuse(line: Line) -> bool:
    """A no that the backup does not know, where it knows the person from before it.

    A number may have gone to somebody else since; then nothing of theirs is as old.
    """
    scope, giver, about = line.details
    said = Consent.objects.filter(person=int(line.ref))
    theirs = said.filter(given_by=giver, scope=scope, story_ref=_about(about))
    given_by = Person.objects.filter(pk=giver).first()
    newest = theirs.order_by("given_at", "pk").last()
    knows_better = newest and (newest.given_at >= line.at or newest.decision != Decision.YES)
    if given_by is None or knows_better or not said.filter(given_at__lt=line.at).exists():
        return False
    consent.record(
        person=Person.objects.get(pk=line.ref),
        given_by=given_by,
        scope=Scope(scope),
        decision=Decision.WITHDRAWN,
        story_ref=_about(about),
        given_at=line.at,
        by=None,
    )
    return True


def _about(word: str) -> str:
    return "" if word == ledger.ALL else word


def _never_show(line: Line) -> bool:
    """Unless somebody has decided about it since, or the number is somebody else's now."""
    person = Person.objects.filter(pk=line.ref, never_publish=False).first()
    if person is None or not person.consents.filter(given_at__lt=line.at).exists():
        return False
    changes = ModelLogEntry.objects.for_instance(person).filter(action="families.shown")
    if changes.filter(timestamp__gt=line.at).exists():
        return False
    person.never_publish = True
    person.save()
    consent.reconsider(person, by=None)
    return True


def _erase(line: Line) -> bool:
    user = User.objects.filter(pk=line.ref, date_joined__lt=line.at).first()
    try:
        return user is not None and erasure.carry_out_again(user)
    except erasure.Waits as waits:
        logger.warning("Account %s is not erased yet. %s", line.ref, waits)
        return False
