"""A letter to whoever is asked again soon, for those who gave us an address.

Everybody else is told at the desk. Of each day on which something runs out, at most two
letters are sent: one before it and one behind it. The log remembers them.
"""

from __future__ import annotations

import logging
from smtplib import SMTPException

from django.conf import settings
from django.core.mail import send_mail
from django.urls import reverse
from wagtail.log_actions import log
from wagtail.models import ModelLogEntry

from families import renewal
from families.models import User
from families.roles import Role

logger = logging.getLogger(__name__)

News = dict[str, str | bool]
"""What the log remembers of a letter: the day on which something ends, and whether it is over."""

SUBJECT = "We need to ask you again"

SOON = (
    "You said yes to the archive. A yes lasts a year, and yours ends soon.\n\n"
    "If nobody says yes again, the memory comes off the web. It stays safe with us.\n\n"
)
OVER = (
    "You said yes to the archive. A yes lasts a year, and yours has ended. "
    "So the memory is off the web now. It is safe with us.\n\n"
)
HERE = "You can answer here, yes or no: {address}\n"


def remind() -> int:
    """Write to everybody who has not been told yet; how many letters went."""
    if not settings.SENDS_MAIL:
        return 0
    families = User.objects.filter(is_active=True, groups__name=Role.FAMILY.value)
    return sum(_told(user) for user in families.exclude(email="").distinct().order_by("pk"))


def _told(user: User) -> bool:
    """Not a word about what it is about: others may read their post."""
    asked = renewal.of_account(user)
    if not asked:
        return False
    first = asked[0]
    news: News = {"ends": first.last_day.isoformat(), "over": first.is_over}
    before = ModelLogEntry.objects.for_instance(user).filter(action="families.remind")
    if news in [entry.data for entry in before]:
        return False
    return _send(user, OVER if first.is_over else SOON, news)


def _send(user: User, words: str, news: News) -> bool:
    """A post office that is closed is tried again tomorrow."""
    address = f"{settings.WAGTAILADMIN_BASE_URL}{reverse('desk_consent')}"
    try:
        send_mail(SUBJECT, words + HERE.format(address=address), None, [user.email])
    except (OSError, SMTPException):
        logger.exception("A letter about a renewal could not be sent.")
        return False
    log(instance=user, action="families.remind", user=None, data=news)
    return True
