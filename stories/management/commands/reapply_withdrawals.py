"""After a backup was put back: takes back again what had been taken back since."""

from typing import Any

from django.core.management.base import BaseCommand

from stories.reapplying import reapply


class Command(BaseCommand):
    """Prints what it did to what. Twice is the same as once."""

    help = "Take back again everything that the ledger says was taken back, hidden or deleted."

    def handle(self, *args: Any, **options: Any) -> None:
        """Do what the ledger says."""
        for done in reapply():
            self.stdout.write(done)
