"""Passkeys and codes of an app, as they are kept and named here."""

from __future__ import annotations

import base64
import hashlib

from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from families import qr
from families.models import User

ISSUER = "Who Do You Think You Are?"


class Factors(DefaultMFAAdapter):
    """Keeps secrets encrypted, so that a copy of the database opens no door."""

    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": gettext_lazy(
            "That code is not right. Look at the newest one, and type it again."
        ),
    }

    def get_totp_issuer(self) -> str:
        return ISSUER

    def get_totp_label(self, user: User) -> str:
        return user.username

    def build_totp_svg(self, url: str) -> str:
        return qr.svg(url).decode()

    def encrypt(self, text: str) -> str:
        return _box().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        return _box().decrypt(encrypted_text.encode()).decode()

    def generate_authenticator_name(self, user: User, type: Authenticator.Type) -> str:
        has_one = Authenticator.objects.filter(user_id=user.pk, type=type).exists()
        return _("Another device") if has_one else _("My device")

    def get_public_key_credential_user_entity(self, user: User) -> dict[str, object]:
        """The device shows the username to whoever holds it, and no other name."""
        entity: dict[str, object] = super().get_public_key_credential_user_entity(user)
        return entity | {"name": user.username, "display_name": user.username}


def _box() -> MultiFernet:
    """The newest key encrypts; older ones of ``SECRET_KEY_FALLBACKS`` still open."""
    keys = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    return MultiFernet([Fernet(_key(key)) for key in keys])


def _key(secret: str | bytes) -> bytes:
    material = b"second factor:" + (secret.encode() if isinstance(secret, str) else secret)
    return base64.urlsafe_b64encode(hashlib.sha256(material).digest())
