"""The two links in our letters, which work without signing in."""

from __future__ import annotations

from django.conf import settings
from django.core import signing
from django.urls import reverse

from stories.models import NewsByMail

YES, STOP = "stories.news.yes", "stories.news.stop"
LASTS = 7 * 24 * 60 * 60
"""Seconds in which an address may be said to be one's own. The link to stop works for ever."""


def address(name: str) -> str:
    """A page of ours as a letter names it."""
    return f"{settings.WAGTAILADMIN_BASE_URL.rstrip('/')}{name}"


def yes(row: NewsByMail) -> str:
    return address(reverse("news_yes", args=[_token(row, YES)]))


def stop(row: NewsByMail) -> str:
    return address(reverse("news_stop", args=[_token(row, STOP)]))


def _token(row: NewsByMail, salt: str) -> str:
    return signing.dumps([row.pk, row.email], salt=salt, compress=True)


def meant(token: str, salt: str) -> tuple[int, str]:
    """The number and address that a link of ours names. Raises ``signing.BadSignature``."""
    pk, email = signing.loads(token, salt=salt, max_age=LASTS if salt == YES else None)
    return pk, email
