"""The words of the interface, as they are gathered for translation."""

from __future__ import annotations

from collections.abc import Iterator

import polib

from tests.architecture.houses import ROOT

POLISH = ROOT / "design/locale/pl/LC_MESSAGES/django.po"
STAFF = ("stories/models/", "stories/moderation/", "stories/templates/stories/moderation/")
"""Where words stand that only staff read, in English."""

SHOWN = ("stories/models/states.py", "stories/models/parts.py")
"""What a memory's choices are called, also at the desk."""


def committed() -> polib.POFile:
    return polib.pofile(str(POLISH))


def of_the_desk() -> Iterator[polib.POEntry]:
    """What somebody may meet on the desk or on the way to it."""
    for entry in committed():
        if any(_is_of_the_desk(path) for path, _ in entry.occurrences):
            yield entry


def said_in(entry: polib.POEntry) -> list[str]:
    """The English of an entry, with one and with many."""
    return [entry.msgid, entry.msgid_plural] if entry.msgid_plural else [entry.msgid]


def _is_of_the_desk(path: str) -> bool:
    return path in SHOWN or not path.startswith(STAFF)
