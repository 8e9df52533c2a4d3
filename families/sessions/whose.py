"""Under which name a browser keeps what is not yet at school, so that it is one person's only."""

from __future__ import annotations

import hashlib

from families.models import User


def name_on_device(user: User) -> str:
    """The same on every device and after every change of keys; it is no secret and no number."""
    return hashlib.sha256(f"who.{user.pk}".encode()).hexdigest()[:16]
