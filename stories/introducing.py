"""What staff write above the memories of a place or a fund: for everybody, so it finds nobody."""

from __future__ import annotations

from django import forms

from stories import safeguarding
from stories.suggesting import HOME

FINDS_SOMEBODY = "A stranger could find somebody with this. Leave it out: “{excerpt}”."


def clean(text: str) -> str:
    """The text as it is kept. Raises ``ValidationError`` where it leads to somebody or a home."""
    found = [finding.excerpt for finding in safeguarding.find(text)]
    found += [match[0] for match in HOME.finditer(text)]
    if found:
        raise forms.ValidationError(FINDS_SOMEBODY.format(excerpt=found[0]))
    return text.replace("\r\n", "\n").strip()
