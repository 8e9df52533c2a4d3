"""Codes that can be read out: how they are made, kept and recognised."""

from __future__ import annotations

import secrets

from django.utils.crypto import salted_hmac

ALPHABET = "bcdfghjkmnprstwxyz"
"""Letters that look like no other and, without vowels, make no word."""

LENGTH = 8
"""Letters: eleven thousand million codes, and ``families.limits`` stops whoever guesses."""


def new_code() -> str:
    """Return eight letters, to be read out one by one."""
    return "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))


def as_typed(code: str) -> str:
    """The code that somebody meant, whatever capitals, gaps and hyphens they typed."""
    return "".join(char for char in code.casefold() if char.isalpha())


def for_reading(code: str) -> str:
    """In two halves, as it stands on paper: ``KXMT RWPB``."""
    return f"{code[:4]} {code[4:]}".upper()


def keyed_hash(code: str) -> str:
    """What is stored of a code: without the secret key it cannot be found again (hex, 64)."""
    return salted_hmac("families.codes", as_typed(code), algorithm="sha256").hexdigest()
