"""Raising a worry: kept for the safeguarding lead, and what it names is frozen."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from django.db import transaction
from django.urls import Resolver404, resolve
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
    """Keep the worry, and freeze what it is about where somebody of its school asks.

    A visitor's word alone freezes nothing: the lead decides (KCSIE, part two).
    """
    stories = memories_at(worry.about)
    worry.story = stories[0] if stories else None
    keep(worry, by=by)
    for story in stories:
        if isinstance(by, User) and access.may_hold(by, story):
            lifecycle.hold(story, by=by, reason=f"worry {worry.ref}")
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


def memories_at(address: str) -> list[Story]:
    """The memory that an address names; or each that shows the file it names.

    The staff's room has addresses with a row's number as well.
    """
    refs = REF.findall(address)
    stories = Story.objects.order_by("pk")
    named = stories.filter(ref__in=refs)[:1] or stories.filter(parts__item__ref__in=refs).distinct()
    return list(named) or list(stories.filter(pk=_row_at(address)))


def _row_at(address: str) -> str | None:
    """The number of the memory on a page of the staff's room."""
    try:
        match = resolve(urlsplit(address).path)
    except (Resolver404, ValueError):
        return None
    pk = str(match.kwargs.get("pk", ""))
    return pk if match.namespace == "moderation" and pk.isdigit() else None
