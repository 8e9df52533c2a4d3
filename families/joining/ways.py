"""Which ways of signing in are offered to a newcomer."""

from __future__ import annotations

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from families.joining.forms import EMAIL, PASSKEY, PASSWORD

WAYS = {
    PASSWORD: _("With a password of three words"),
    PASSKEY: _("With my fingerprint, my face or the PIN of this phone"),
    EMAIL: _("With a code that you send to my e-mail address"),
}


def ways() -> dict[str, str]:
    """The ways that work here, the one that works everywhere first."""
    return {way: str(label) for way, label in WAYS.items() if way != EMAIL or settings.SENDS_MAIL}
