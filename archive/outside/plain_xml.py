"""Words of people in XML, which does not know every character that one can type or paste."""

from __future__ import annotations

import re

FORBIDDEN = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Everything that XML 1.0, section 2.2, does not allow."""


def fit(words: str) -> str:
    """The same words without characters that no XML may hold."""
    return FORBIDDEN.sub("", words)
