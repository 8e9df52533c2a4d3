"""Letters about news. None of them says what it is about, or whose it is."""

from __future__ import annotations

import logging
from datetime import timedelta
from smtplib import SMTPException

from django.core.mail import EmailMessage
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from stories.models import NewsByMail
from stories.news import links, reading

logger = logging.getLogger(__name__)

APART = timedelta(days=1)
"""Between two letters to one person, however much happens."""


def send_confirmation(row: NewsByMail) -> bool:
    """Ask whoever has this address whether it is theirs; whether the letter left."""
    words = _(
        "Somebody asked us to send news to this address.\n\n"
        "Was it you? Then open this page and press the button:\n{yes}\n\n"
        "Was it not you? Then do nothing. We will not write again.\n"
    )
    return _send(
        EmailMessage(_("Is this your address?"), words.format(yes=links.yes(row)), to=[row.email])
    )


def send_news(user: int) -> bool:
    """One letter for all that is new, a day after the last one at the soonest; whether it left."""
    now = timezone.now()
    rested = Q(sent_at=None) | Q(sent_at__lte=now - APART)
    due = NewsByMail.objects.filter(rested, user=user, confirmed_at__isnull=False)
    row = due.filter(user__is_active=True).select_related("user").first()
    if row is None:
        return False
    new = list(reading.of(row.user).filter(seen_at=None, mailed_at=None))
    # Two workers may ask at once: whoever writes the time down first sends it.
    if not new or not due.filter(pk=row.pk).update(sent_at=now):
        return False
    if not _send(_letter(row)):
        NewsByMail.objects.filter(pk=row.pk).update(sent_at=row.sent_at)
        return False
    reading.of(row.user).filter(pk__in=[item.pk for item in new]).update(mailed_at=now)
    return True


def send_what_waits() -> int:
    """Everything that waited for its day, or for a post office that was closed."""
    people = NewsByMail.objects.filter(confirmed_at__isnull=False).values_list("user", flat=True)
    return sum(send_news(user) for user in list(people))


def _letter(row: NewsByMail) -> EmailMessage:
    words = _(
        "There is news about a memory of yours.\n\n"
        "Sign in to read it: {desk}\n\n"
        "You asked for these letters. Do you want no more? Press here: {stop}\n"
    )
    stop = links.stop(row)
    text = words.format(desk=links.address(reverse("desk")), stop=stop)
    # One press in the mail program is enough (RFC 8058).
    headers = {
        "List-Unsubscribe": f"<{stop}>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    }
    return EmailMessage(_("There is news"), text, to=[row.email], headers=headers)


def _send(letter: EmailMessage) -> bool:
    try:
        return bool(letter.send())
    except (OSError, SMTPException):
        logger.exception("A letter with news could not be sent.")
        return False
