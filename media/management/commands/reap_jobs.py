"""Hands out again the jobs whose worker died; `manage.py work` does so by itself."""

from typing import Any

from django.core.management.base import BaseCommand

from media.reaper import reap


class Command(BaseCommand):
    """Prints the ref of every item whose job was queued again or given up."""

    help = "Queue media jobs again whose worker died or failed."

    def handle(self, *args: Any, **options: Any) -> None:
        """Reap once."""
        for ref in reap():
            self.stdout.write(ref)
