"""Signing somebody out everywhere, and what makes that happen."""

from __future__ import annotations

from typing import Any

from allauth.usersessions.models import UserSession

from families.models import Person, User
from families.sessions import devices

NOWHERE = "0.0.0.0"  # noqa: S104


def end_all(user: Any, *, keep: str | None = None) -> None:
    """End every session of this account, except the one with the key ``keep``."""
    for session in UserSession.objects.filter(user_id=user.pk).exclude(session_key=keep):
        session.end()


def when_closed(instance: User, **_: Any) -> None:
    """A closed account is signed out for good, also if it is opened again."""
    if not instance.is_active:
        end_all(instance)


def when_left(instance: Person, **_: Any) -> None:
    """Whoever leaves the school is signed out at all its computers."""
    if not (instance.left_on and instance.user_id and instance.pk):
        return
    if Person.objects.filter(pk=instance.pk, left_on=None).exists():
        end_all(User(pk=instance.user_id))


def keep_less(instance: UserSession, **_: Any) -> None:
    """Neither where somebody was nor what exactly they hold is stored: only words for it."""
    instance.ip = NOWHERE
    instance.user_agent = devices.in_words(instance.user_agent)
