"""Which way words run on paper."""

import unicodedata


def runs_leftwards(words: str) -> bool:
    """Whether the first letter that has a direction runs from right to left."""
    strong = (unicodedata.bidirectional(char) for char in words)
    return next((turn != "L" for turn in strong if turn in ("L", "R", "AL")), False)
