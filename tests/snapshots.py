"""A whole archive as it was at one moment, put back in a blink.

Emptying two hundred tables and preparing the archive again takes seconds behind each test
that commits for real; copying a database of a few megabytes takes hundredths of one.
"""

from __future__ import annotations

import os
import pickle
import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

from django.conf import settings
from django.db import connection
from django.test import TransactionTestCase

Made = TypeVar("Made")
SHELVES = ("originals", "derivatives")
"""Folders of an archive's files; what is written there is written whole and never changed."""


class Snapshot:
    """The database now, with the numbers that its tables count to. For SQLite alone."""

    def __init__(self) -> None:
        connection.ensure_connection()
        self._kept = sqlite3.connect(":memory:", check_same_thread=False)
        connection.connection.backup(self._kept)

    def put_back(self) -> None:
        """Raises sqlite3.OperationalError where somebody still writes."""
        connection.ensure_connection()
        self._kept.backup(connection.connection)


@contextmanager
def instead_of_emptying(snapshot: Snapshot) -> Iterator[None]:
    """Behind a test that commits, put the snapshot back where Django would empty each table."""
    before = TransactionTestCase._fixture_teardown
    TransactionTestCase._fixture_teardown = lambda _: snapshot.put_back()
    try:
        yield
    finally:
        TransactionTestCase._fixture_teardown = before


class Scenes:
    """Worlds that many tests begin in: each made once, then put back with its files."""

    def __init__(self) -> None:
        self._kept: dict[str, tuple[Snapshot, bytes, Path]] = {}

    def of(self, name: str, make: Callable[[], Made]) -> Made:
        """What ``make`` made, as fresh objects; in an archive that holds nothing else."""
        if name not in self._kept:
            made = make()
            self._kept[name] = (Snapshot(), pickle.dumps(made), _kept_files())
            return made
        snapshot, pickled, files = self._kept[name]
        snapshot.put_back()
        _link(files, Path(settings.VAR))
        again: Made = pickle.loads(pickled)  # noqa: S301 (we wrote it ourselves a moment ago)
        return again


def _kept_files() -> Path:
    kept = Path(tempfile.mkdtemp(dir=settings.VAR))
    _link(Path(settings.VAR), kept)
    return kept


def _link(source: Path, target: Path) -> None:
    """A second name for each file, so that deleting one of the two harms nothing."""

    def link(one: str, other: str) -> Any:
        if not Path(other).exists():
            os.link(one, other)

    for shelf in SHELVES:
        if (source / shelf).is_dir():
            shutil.copytree(source / shelf, target / shelf, copy_function=link, dirs_exist_ok=True)
