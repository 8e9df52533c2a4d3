"""The keys with which a browser shuts away what is recorded until it is safe at school.

Several people use one school computer, and whoever holds it can read what a browser
keeps. So every piece is encrypted on the device (AES-GCM, 256 bits), and only school
gives out the key, to its owner, while they are signed in. It is made anew from the
secret of this server each time, so that there is nothing to store and nothing to lose.
"""

from __future__ import annotations

import base64

from django.conf import settings
from django.utils.crypto import salted_hmac

from families.models import User

SALT = "stories.contribute.recording"
MARK = 20
"""Hexadecimal digits of the mark by which a device knows whose something is."""


def marks(user: User) -> list[str]:
    """By what recordings of this person are known on a device; says nobody's name."""
    return [_hmac("owner", user, secret).hex()[:MARK] for secret in _secrets()]


def keys(user: User) -> dict[str, str]:
    """The key that belongs to each mark, in base64: the one in use first, then older ones."""
    made = (_hmac("key", user, secret) for secret in _secrets())
    return dict(zip(marks(user), (base64.b64encode(key).decode() for key in made), strict=True))


def _secrets() -> list[str]:
    """A new secret key of the server opens what was shut away with the one before it."""
    return [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]


def _hmac(use: str, user: User, secret: str) -> bytes:
    return salted_hmac(f"{SALT}.{use}", str(user.pk), secret=secret, algorithm="sha256").digest()
