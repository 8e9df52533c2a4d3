"""Has derivatives made again whose recipe has changed, while the old ones stay in use."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from media import jobs
from media.formats import Kind
from media.models import Item


class Command(BaseCommand):
    """Prints the ref of every item that was queued; the worker makes them, last of all."""

    help = "Queue ready items whose derivatives were made by an older recipe."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Without any of these, everything that is outdated is queued."""
        parser.add_argument("--kind", choices=[kind.value for kind in Kind])
        parser.add_argument("--all", action="store_true", help="Also what is up to date.")
        parser.add_argument("refs", nargs="*", metavar="REF", help="Only these items.")

    def handle(
        self, *args: Any, kind: str | None, all: bool, refs: list[str], **options: Any
    ) -> None:
        """Queue them one by one, so that a large archive takes no large transaction."""
        for item in _chosen(kind, refs):
            if (all or jobs.is_outdated(item)) and jobs.renew(item):
                self.stdout.write(item.ref)


def _chosen(kind: str | None, refs: list[str]) -> list[Item]:
    items = Item.objects.ready().select_related("original").order_by("pk")
    if kind:
        items = items.filter(kind=kind)
    if not refs:
        return list(items)
    unknown = set(refs) - set(Item.objects.filter(ref__in=refs).values_list("ref", flat=True))
    if unknown:
        raise CommandError(f"There is no item {', '.join(sorted(unknown))}.")
    return list(items.filter(ref__in=refs))
