"""Letters to staff who asked for them: how many wait, and nothing of anybody."""

from __future__ import annotations

import logging
from datetime import timedelta
from smtplib import SMTPException
from typing import Any

from allauth.account.models import EmailAddress
from django.conf import settings
from django.core.mail import send_mail
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from families.models import User
from families.roles import is_staff_of
from stories.models import StaffDigest, Story
from stories.news import links

logger = logging.getLogger(__name__)

WEEK = timedelta(days=7)
SUBJECT = "Memories are waiting"
WORDS = (
    "Memories wait for you and your colleagues.\n\n{waiting}\n\nSign in to read them: {room}\n\n"
    "You asked for this letter. You change how often it comes in your account there.\n"
)


def address_of(user: User) -> str:
    """Where letters to this person go: the address they showed to be theirs, if there is one."""
    shown = EmailAddress.objects.filter(user=user, verified=True).order_by("-primary").first()
    return shown.email if shown else user.email


def send() -> int:
    """One letter for each period to everybody for whom something waits; how many left.

    Doing it twice, or going on after a run that was killed, sends nothing twice.
    """
    if not settings.SENDS_MAIL:
        return 0
    rows = _due().filter(user__is_active=True).select_related("user")
    return sum(_sent(row) for row in list(rows))


def _due() -> Any:
    today = timezone.localdate()
    daily = Q(often=StaffDigest.Often.DAILY, sent_on__lt=today)
    weekly = Q(often=StaffDigest.Often.WEEKLY, sent_on__lte=today - WEEK)
    return StaffDigest.objects.filter(Q(sent_on=None) | daily | weekly)


def _sent(row: StaffDigest) -> bool:
    to, said = address_of(row.user), waiting_for(row.user)
    if not to or not said:
        return False
    # Two runs may ask at once: whoever writes the day down first sends it.
    if not _due().filter(pk=row.pk).update(sent_on=timezone.localdate()):
        return False
    if _posted(to, "\n".join(said)):
        return True
    StaffDigest.objects.filter(pk=row.pk).update(sent_on=row.sent_on)
    return False


def waiting_for(user: User) -> list[str]:
    """Each kind of waiting with its number, as a line; nothing for who is not staff any more."""
    if not is_staff_of(user, user.school_id):
        return []
    waiting = Story.objects.awaiting_review(user.school_id)
    back = waiting.filter(feedback__isnull=False).distinct()
    kinds = {
        "For a teacher": waiting.filter(taken_up_by=None).count(),
        "Back with a change": back.filter(taken_up_by=None).count(),
        "For a second adult": waiting.filter(first_yes__isnull=False).count(),
        "Not published on their day": waiting.filter(plan__refused_at__isnull=False).count(),
    }
    return [f"{what}: {number}" for what, number in kinds.items() if number]


def _posted(to: str, waiting: str) -> bool:
    room = links.address(reverse("wagtailadmin_home"))
    try:
        return bool(send_mail(SUBJECT, WORDS.format(waiting=waiting, room=room), None, [to]))
    except (OSError, SMTPException):
        logger.exception("A letter about waiting memories could not be sent.")
        return False
