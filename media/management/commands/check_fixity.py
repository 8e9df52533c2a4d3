"""Reads the originals again and says which are not what they were."""

import itertools
import time
from argparse import ArgumentParser
from collections.abc import Iterator
from typing import Any

from django.core.management.base import BaseCommand

from media import fixity, sweeping
from media.models import OriginalFile


class Command(BaseCommand):
    """One line for each problem, then one that counts; the exit code is 1 if any is left."""

    help = "Check that every original is unchanged; --repair mends from the second copy."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The bounds are for a nightly run that comes round to everything in time."""
        parser.add_argument("--repair", action="store_true", help="Mend what can be mended.")
        parser.add_argument("--oldest", type=int, metavar="N", help="Only N, longest unchecked.")
        parser.add_argument("--minutes", type=float, help="Begin no other file after that time.")

    def handle(
        self,
        *args: Any,
        repair: bool,
        oldest: int | None,
        minutes: float | None,
        **options: Any,
    ) -> None:
        """Check, and look for files that nothing names where all are checked."""
        counted = _Counted(fixity.oldest_first()[:oldest].iterator(), minutes)
        left = 0
        for finding in itertools.chain(fixity.check(counted, repair=repair), fixity.untracked()):
            left += not finding.mended
            self.stdout.write(str(finding))
        nameless = len(sweeping.nameless_derivatives())
        self.stdout.write(f"Checked {counted.count}. Wrong: {left}. To sweep: {nameless}.")
        if left:
            raise SystemExit(1)


class _Counted:
    """The originals for as long as there is time, and how many they were."""

    def __init__(self, originals: Iterator[OriginalFile], minutes: float | None) -> None:
        self.count = 0
        self._originals = originals
        self._until = time.monotonic() + minutes * 60 if minutes is not None else float("inf")

    def __iter__(self) -> Iterator[OriginalFile]:
        for original in self._originals:
            if time.monotonic() >= self._until:
                return
            self.count += 1
            yield original
