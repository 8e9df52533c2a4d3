"""Usernames that a student can read from a card: a first name and a number, no surname."""

from __future__ import annotations

import re
import secrets
from collections.abc import Collection, Iterable

from anyascii import anyascii

from families.models import User

LONGEST = 16
"""Letters of a name in a username, so that it can be typed on a phone."""

DIGITS = "23456789"
"""No nought and no one, which look like letters."""

UNKIND = {"69", "88"}
"""Numbers that mean something else to some people."""

NAMELESS = "reporter"
"""Stands for a name that has no letter in ASCII at all."""


def stem(name: str) -> str:
    """The name in small ASCII letters: łukasz is lukasz, 李娜 is lina."""
    return re.sub("[^a-z]", "", anyascii(name).lower())[:LONGEST] or NAMELESS


def for_names(names: Iterable[str]) -> list[str]:
    """A username for each, in the same order, that nobody in the whole archive has.

    The number is by chance: counted on, it would say how many of that name there are.
    """
    given: list[str] = []
    for name in names:
        given.append(_free(stem(name), given))
    return given


def fits(username: str, name: str) -> bool:
    """Whether this is a username that we would have made for that name."""
    return bool(re.fullmatch(rf"{stem(name)}[{DIGITS}]{{2,9}}", username))


def _free(start: str, given: Collection[str]) -> str:
    """Two digits, or more of them where so many have that name that two do not suffice."""
    for digits in range(2, 10):
        for _ in range(20):
            number = "".join(secrets.choice(DIGITS) for _ in range(digits))
            username = f"{start}{number}"
            if number not in UNKIND and username not in given and not _is_taken(username):
                return username
    raise ValueError("No number is free for this name.")


def _is_taken(username: str) -> bool:
    return User.objects.filter(username__iexact=username).exists()
