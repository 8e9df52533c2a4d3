"""Short random identifiers for addresses: never a row number, never guessable."""

import secrets

ALPHABET = "abcdefghijklmnopqrstuvwxyz234567"
"""Base32 (RFC 4648) in lower case: no digit looks like a letter when read aloud."""

LENGTH = 10
"""Characters: 50 bits, so a million items collide with a chance of one in two thousand."""


def new_ref() -> str:
    """Return a new identifier; the database refuses the rare one that exists already."""
    return "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))
