"""Compares the whole index of words with the memories, and mends what differs."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from stories.index import keeping


class Command(BaseCommand):
    """Every night does the same; a second time changes nothing."""

    help = "Read every memory anew for the search. Run it after a backup was put back."

    def handle(self, *args: Any, **options: Any) -> None:
        changed = keeping.rebuild()
        if options["verbosity"]:
            self.stdout.write(f"{changed} entries of the index were put right.")
