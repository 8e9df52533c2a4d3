"""Deletes the memories whose 30 days are over; meant for every night."""

from typing import Any

from django.core.management.base import BaseCommand

from stories.erasing import erase_due
from stories.packing import throw_away


class Command(BaseCommand):
    """Prints the ref of every memory that is gone. Twice is the same as once."""

    help = "Delete every memory whose clock has run down."

    def handle(self, *args: Any, **options: Any) -> None:
        """Erase once."""
        for ref in erase_due():
            self.stdout.write(ref)
        throw_away()
