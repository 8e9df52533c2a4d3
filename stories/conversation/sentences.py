"""The sentences of some words, for choosing one from a list."""

from __future__ import annotations

import re

SENTENCE = re.compile(r"\S.*?(?:[.!?…]+[\"”’')\]]*(?=\s|$)|$)", re.MULTILINE)
"""From the first letter to a stop and what closes it, or to the end of the line."""


def split(text: str) -> list[str]:
    """Each sentence as it stands in the text, once, in its order."""
    return list(dict.fromkeys(found[0].rstrip() for found in SENTENCE.finditer(text)))
