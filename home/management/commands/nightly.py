"""What has to be done once a day, whoever is awake; doing it twice changes nothing."""

from __future__ import annotations

import logging
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from archive import opening
from archive.copies import making
from families import reminding as renewals
from stories import coming_due, digests, lapsing, packing, reminding
from stories.erasing import erase_due
from stories.index import keeping
from stories.news import anniversaries, letters

ROUNDS = (
    ("showcases opened or closed on their day", opening.on_their_day),
    ("memories went back to their school", lapsing.close_what_lapsed),
    ("memories were published on their day", coming_due.publish_what_is_due),
    ("memories were deleted", lambda: len(erase_due())),
    ("letters went to those who are asked again", renewals.remind),
    ("parcels were thrown away", packing.throw_away),
    ("copies of showcases were thrown away", making.throw_away),
    ("writers were reminded of a memory that waits for them", reminding.remind_all),
    ("memories were published a year ago, or years", anniversaries.tell),
    ("letters with news were sent", letters.send_what_waits),
    ("letters told staff that memories wait", digests.send),
    ("entries of the index were put right", keeping.rebuild),
)
"""What was done, as the end of a sentence that begins with a number, and who does it."""

logger = logging.getLogger(__name__)


class Command(BaseCommand):
    """The worker runs it once a day; so may a timer of the machine, at the same time."""

    help = "Ask the gate again about everything public, and whatever else every night brings."

    def handle(self, *args: Any, **options: Any) -> None:
        """Each round has its turn, also behind one that failed; then it is said which did."""
        failed = [said for said, work in ROUNDS if not self._done(said, work, options["verbosity"])]
        if failed:
            raise CommandError(f"Not done: {', '.join(failed)}.")

    def _done(self, said: str, work: Any, verbosity: int) -> bool:
        try:
            number = work()
        except Exception:
            logger.exception("A round of the night failed: %s", said)
            return False
        if verbosity:
            self.stdout.write(f"{number} {said}.")
        return True
