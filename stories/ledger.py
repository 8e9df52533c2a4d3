"""A file beside the database that remembers every withdrawal, for when a backup is put back.

A backup knows nothing of what was taken back after it was made. So each withdrawal is also
one line here: when, of which memory, account or person, what. Lines are only ever added, and
say nothing of anybody: rows have numbers, not names. ``manage.py reapply_withdrawals`` reads
them (``stories.reapplying``); keep the file out of the backup's way.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from families.models import Consent, Person

ALL = "-"
"""Stands in a line for "about all memories"."""


class Entry(StrEnum):
    """What a line says, and what stands behind it."""

    WITHDRAWN = "withdrawn"
    DELETED = "deleted"
    PUBLISHED = "published"
    HELD = "held"
    RELEASED = "released"
    LEFT = "left"  # the number of the account that was taken out of the memory
    REFUSED = "refused"  # of a person: the use, the giver's number, the memory or ``ALL``
    NEVER = "never"  # of a person: never to be shown
    ERASED = "erased"  # of an account


DETAILS = {Entry.LEFT: 1, Entry.REFUSED: 3}
"""How many words follow; none after all others."""


OF_A_VERB = {
    "publish": Entry.PUBLISHED,
    "withdraw": Entry.WITHDRAWN,
    "hold": Entry.HELD,
    "seal": Entry.HELD,
    "release": Entry.RELEASED,
}
"""What is kept of the lifecycle. A seal that a backup had not comes back as a hold."""


@dataclass(frozen=True)
class Line:
    """One line: when, of what, what."""

    at: datetime
    ref: str
    entry: Entry
    details: tuple[str, ...] = ()


def path() -> Path:
    return Path(settings.WITHDRAWALS_LEDGER)


def note(ref: str, verb: str) -> None:
    """Keep what was done with a memory, if a backup that is put back has to be told of it."""
    if verb in OF_A_VERB:
        write_after_commit(ref, OF_A_VERB[verb])


def write_after_commit(ref: str, entry: Entry, *details: object) -> None:
    """Add the line once the database has kept what it says."""
    transaction.on_commit(partial(write, ref, entry, *details))


def write(ref: str, entry: Entry, *details: object) -> None:
    """Add one line, whole and on the disk before this returns."""
    words = [timezone.now().isoformat(), ref, entry, *map(str, details)]
    path().parent.mkdir(parents=True, exist_ok=True)
    file = os.open(path(), os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    try:
        os.write(file, f"{' '.join(words)}\n".encode())
        os.fsync(file)
    finally:
        os.close(file)


def note_refusal(sender: Any, person: Person, answer: Consent | None = None, **_: Any) -> None:
    """Keep a no, or that somebody is never to be shown (``consent_withdrawn``)."""
    if answer is not None:
        details = (answer.scope, answer.given_by_id, answer.story_ref or ALL)
        write_after_commit(str(person.pk), Entry.REFUSED, *details)
    elif person.never_publish:
        write_after_commit(str(person.pk), Entry.NEVER)


def lines() -> Iterator[Line]:
    """Every line in turn; one that was cut off by a crash is passed over."""
    if path().exists():
        yield from filter(None, map(_read, path().read_text().splitlines()))


def last(*entries: Entry) -> list[Line]:
    """Of the lines that say one of these, the last about each memory, account or person."""
    return list({line.ref: line for line in lines() if line.entry in entries}.values())


def _read(text: str) -> Line | None:
    try:
        at, ref, said, *details = text.split()
        line = Line(datetime.fromisoformat(at), ref, Entry(said), tuple(details))
    except ValueError:
        return None
    return line if len(details) == DETAILS.get(line.entry, 0) else None
