"""Raising a worry: kept for the safeguarding lead, and what it names is frozen."""

from __future__ import annotations

import re

from django.db import transaction

from families.models import User
from families.roles import Anybody
from media.refs import ALPHABET, LENGTH
from stories import access, lifecycle
from stories.models import Story, Worry

REF = re.compile(rf"(?<![a-z0-9])[{ALPHABET}]{{{LENGTH}}}(?![a-z0-9])")


@transaction.atomic
def raise_worry(worry: Worry, *, by: Anybody) -> Worry:
    """Keep the worry, and freeze the memory it is about where somebody of its school asks.

    A visitor's word alone freezes nothing: the lead decides (KCSIE, part two).
    """
    worry.raised_by = by if isinstance(by, User) else None
    worry.story = _story_at(worry.about)
    worry.save()
    if worry.story and isinstance(by, User) and access.may_hold(by, worry.story):
        lifecycle.hold(worry.story, by=by, reason=f"worry {worry.pk}")
    return worry


def _story_at(address: str) -> Story | None:
    """The memory that an address names, by its own ref or by one of a file in it."""
    refs = REF.findall(address)
    if not refs:
        return None
    stories = Story.objects.all()
    by_ref = stories.filter(ref__in=refs).first()
    return by_ref or stories.filter(parts__item__ref__in=refs).first()
