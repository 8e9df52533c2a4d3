"""A file beside the database that remembers every withdrawal, for when a backup is put back.

A backup knows nothing of what was taken back after it was made. So each withdrawal is also
one line here: when, which memory, what. Lines are only ever added, and say nothing of
anybody. ``manage.py reapply_withdrawals`` reads them; keep the file out of the backup's way.
"""

from __future__ import annotations

import os
from datetime import datetime
from enum import StrEnum
from functools import partial
from pathlib import Path

from django.conf import settings
from django.db import transaction
from django.utils import timezone


class Entry(StrEnum):
    """What a line says. Of several about one memory the last counts."""

    WITHDRAWN = "withdrawn"
    DELETED = "deleted"
    PUBLISHED = "published"


def path() -> Path:
    return Path(settings.WITHDRAWALS_LEDGER)


def write_after_commit(ref: str, entry: Entry) -> None:
    """Add the line once the database has kept what it says."""
    transaction.on_commit(partial(write, ref, entry))


def write(ref: str, entry: Entry, at: datetime | None = None) -> None:
    """Add one line, whole and on the disk before this returns."""
    line = f"{(at or timezone.now()).isoformat()} {ref} {entry}\n"
    path().parent.mkdir(parents=True, exist_ok=True)
    file = os.open(path(), os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    try:
        os.write(file, line.encode())
        os.fsync(file)
    finally:
        os.close(file)


def last_words() -> dict[str, Entry]:
    """The last line about each memory; a line that was cut off by a crash is passed over."""
    if not path().exists():
        return {}
    known = {entry.value for entry in Entry}
    lines = (line.split() for line in path().read_text().splitlines())
    return {line[1]: Entry(line[2]) for line in lines if len(line) == 3 and line[2] in known}  # noqa: PLR2004 - When, which, what.
