"""Noting that a member of staff looked at something that is not public."""

from __future__ import annotations

from django.db import IntegrityError, models, transaction
from django.utils import timezone
from wagtail.log_actions import log

from families.models.audit import Filed
from families.models.users import User
from families.roles import Anybody, is_administrator, is_lead, is_teacher


def look(person: Anybody, thing: models.Model, word: str, *, title: str = "") -> None:
    """Log the look under this word, once for each person, thing and hour of the clock.

    Only staff are noted: what students and families look at is their own. ``title`` is
    for things whose own name is somebody's, such as a file's.
    """
    if not isinstance(person, User) or not _is_staff(person):
        return
    once = _once(person, thing, word)
    if is_noted(once):
        return
    try:
        with transaction.atomic():
            entry = log(instance=thing, action=word, user=person, title=title or None)
            Filed.objects.filter(entry=entry).update(once=once)
    except IntegrityError:
        return  # Another of this person's windows was quicker.


def is_noted(once: str) -> bool:
    """Asked before writing, so that most looks cost a read and no lock."""
    return Filed.objects.filter(once=once).exists()


def _is_staff(person: User) -> bool:
    return is_teacher(person) or is_lead(person) or is_administrator(person)


def _once(person: User, thing: models.Model, word: str) -> str:
    hour = timezone.now().strftime("%Y%m%d%H")
    return f"{word}:{thing._meta.label_lower}:{thing.pk}:{person.pk}:{hour}"
