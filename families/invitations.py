"""Making an invitation, finding it again by its code, using it up and calling it back."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.db import transaction
from django.db.models import F, Q, QuerySet
from django.utils import timezone
from wagtail.log_actions import log

from families.codes import keyed_hash, new_code
from families.models import Invitation, User

LASTS = timedelta(days=14)


class UsedUp(Exception):
    """The invitation has been used, called back or has run out. ``str()`` is for the screen."""


@transaction.atomic
def make(*, by: User, lasts: timedelta = LASTS, **details: Any) -> tuple[Invitation, str]:
    """Add an invitation and return it with its code, which is stored nowhere.

    `details` are fields of ``Invitation``: kind, school, family, person, given_by,
    story_ref, for_whom, places.
    """
    code = new_code()
    invitation = Invitation.objects.create(
        code_hash=keyed_hash(code), made_by=by, expires_at=timezone.now() + lasts, **details
    )
    log(instance=invitation, action="families.invite", user=by, data={"kind": invitation.kind})
    return invitation, code


def find(code: str, *, kind: str) -> Invitation | None:
    """The open invitation with this code; None for any other, without saying why."""
    return find_hashed(keyed_hash(code), kind=kind)


def find_hashed(code_hash: str, *, kind: str) -> Invitation | None:
    """The same by the hash, which is all that is remembered of a code between two pages.

    The database looks for open ones alone, so that a used code takes as long as a wrong one.
    """
    found = Invitation.objects.select_related("school", "family", "person", "given_by")
    return found.filter(_is_open(), code_hash=code_hash, kind=kind).first()


def open_ones() -> QuerySet[Invitation]:
    """Every invitation that can still be used."""
    return Invitation.objects.filter(_is_open())


def _is_open() -> Q:
    return Q(used__lt=F("places"), revoked_at=None, expires_at__gt=timezone.now())


@transaction.atomic
def use(invitation: Invitation) -> None:
    """Take one of its places. Raises ``UsedUp`` where somebody else was quicker."""
    if not open_ones().filter(pk=invitation.pk).update(used=F("used") + 1):
        raise UsedUp("This invitation has been used already. Ask for a new one.")


@transaction.atomic
def call_back(invitation: Invitation, *, by: User) -> None:
    """Close an invitation from this moment on. What was answered by it stays."""
    Invitation.objects.filter(pk=invitation.pk, revoked_at=None).update(revoked_at=timezone.now())
    log(instance=invitation, action="families.call_back", user=by)
