"""After a backup was put back: takes back again what had been taken back since."""

from typing import Any

from django.core.management.base import BaseCommand

from stories import ledger, lifecycle
from stories.erasing import destroy
from stories.ledger import Entry
from stories.models import Story


class Command(BaseCommand):
    """Prints what it did to which ref. Twice is the same as once."""

    help = "Take back again every memory that the ledger says was taken back or deleted."

    def handle(self, *args: Any, **options: Any) -> None:
        """Do what the last line about each memory says."""
        for ref, said in ledger.last_words().items():
            story = Story.objects.filter(ref=ref).first()
            if story is not None and _again(story, said):
                self.stdout.write(f"{ref} {said}")


def _again(story: Story, said: Entry) -> bool:
    if said is Entry.DELETED:
        destroy(story)
        return True
    return said is Entry.WITHDRAWN and lifecycle.withdraw_again(story)
