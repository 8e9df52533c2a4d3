"""Makes everything that the archive takes for granted; running it twice changes nothing."""

from __future__ import annotations

from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand

from archive import permissions as archive_permissions
from families import wordings
from home import tree
from stories import phrases, review, vocabulary
from stories.index import keeping
from stories.moderation import permissions as moderation_permissions
from stories.questions import starters


class Command(BaseCommand):
    """Runs after ``migrate``, on every start and after every upgrade."""

    help = "Make the tables, groups, words and pages that the archive takes for granted."

    def handle(self, *args: Any, **options: Any) -> None:
        call_command("createcachetable", verbosity=0)
        wordings.install()
        vocabulary.install()
        starters.install()
        phrases.install()
        review.install()
        tree.install()
        moderation_permissions.install()
        archive_permissions.install()
        keeping.begin()
        if options["verbosity"]:
            self.stdout.write("The archive is prepared.")
