"""Passwords of three plain words, to be read from a card and remembered.

The words are our own choice: 1,196 short and friendly ones of four to seven letters.
None is a name, a tease or hard to spell, and no two of them are one slip of the pen
apart. Three of them are 30.7 bits: 1.7 thousand million passwords. At the five guesses in
five minutes that sign-in allows for one name, the half of them takes 1,600 years.
"""

from __future__ import annotations

import secrets
from functools import cache
from pathlib import Path

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from families.models import User

HOW_MANY = 3


@cache
def words() -> tuple[str, ...]:
    """Every word that a password may be made of."""
    text = Path(__file__).with_suffix(".txt").read_text(encoding="utf-8")
    return tuple(text.split())


def three_words(user: User | None = None) -> str:
    """Three words with gaps between them, as every validator of passwords lets pass."""
    while True:
        password = " ".join(secrets.choice(words()) for _ in range(HOW_MANY))
        try:
            validate_password(password, user)
        except ValidationError:
            continue
        return password
