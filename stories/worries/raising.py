"""Raising a worry: kept for the safeguarding lead, and what it names is frozen."""

from __future__ import annotations

import re

from django.db import transaction
from wagtail.log_actions import log

from families.models import User
from families.roles import Anybody
from media.refs import ALPHABET, LENGTH
from stories import access, lifecycle
from stories.models import Story, Worry
from stories.worries import letters

REF = re.compile(rf"(?<![a-z0-9])[{ALPHABET}]{{{LENGTH}}}(?![a-z0-9])")


@transaction.atomic
def raise_worry(worry: Worry, *, by: Anybody) -> Worry:
    """Keep the worry, and freeze the memory it is about where somebody of its school asks.

    A visitor's word alone freezes nothing: the lead decides (KCSIE, part two).
    """
    worry.story = _story_at(worry.about)
    keep(worry, by=by)
    if worry.story and isinstance(by, User) and access.may_hold(by, worry.story):
        lifecycle.hold(worry.story, by=by, reason=f"worry {worry.ref}")
    return worry


@transaction.atomic
def keep(worry: Worry, *, by: Anybody) -> Worry:
    """Store a worry, log that there is one, and tell the leads that there is one."""
    worry.raised_by = by if isinstance(by, User) else None
    if worry.story is None and worry.raised_by is not None:
        worry.school = worry.raised_by.school
    worry.save()
    log(instance=worry, action="stories.worry", user=worry.raised_by)
    transaction.on_commit(lambda: letters.tell_leads(worry))
    return worry


def _story_at(address: str) -> Story | None:
    """The memory that an address names, by its own ref or by one of a file in it."""
    refs = REF.findall(address)
    if not refs:
        return None
    stories = Story.objects.all()
    by_ref = stories.filter(ref__in=refs).first()
    return by_ref or stories.filter(parts__item__ref__in=refs).first()
