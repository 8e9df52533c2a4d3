"""Put the demonstration into an archive that is one; a second time changes nothing."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from home.demo.seed import NotADemonstration, seed

FOLDER = "demonstration"
"""Beside the collected static files, under VAR."""


class Command(BaseCommand):
    """Invented people and memories, so that a new archive has something to look at."""

    help = "Make the demonstration: invented schools, people, memories, media and showcases."

    def handle(self, *args: Any, **options: Any) -> None:
        folder = Path(settings.STATIC_ROOT).with_name(FOLDER)
        try:
            if options["verbosity"] > 1:
                seed(folder, tell=self.stdout.write)
            else:
                with quiet():
                    seed(folder)
        except NotADemonstration as refusal:
            raise CommandError(str(refusal)) from refusal


@contextmanager
def quiet() -> Iterator[None]:
    """Keep what every publication writes to the log for publications by people."""
    before = logging.root.manager.disable
    logging.disable(logging.INFO)
    try:
        yield
    finally:
        logging.disable(before)
