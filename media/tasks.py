"""The work that is done outside a request, and which of it comes first."""

from math import log2

from django_tasks import task

from media import processing
from media.formats import Kind
from media.models.item import Item

FIRST, LAST = 90, -90
"""Priorities: nobody waits behind a renewal, and who has waited very long waits no more."""

WORK = {Kind.IMAGE: 1.0, Kind.AUDIO: 1.0, Kind.DOCUMENT: 4.0, Kind.VIDEO: 8.0}
"""How much work a megabyte is, beside a megabyte of a picture."""

DOUBLING = 4
"""Places that a file loses for being twice as large; the largest loses 56."""

SETBACK = 60
"""Places that each failed run costs, so that a file that kills workers goes behind all others."""


@task()
def process_item(ref: str) -> None:
    """Make one item ready; an item that was taken away meanwhile is no error."""
    item = Item.objects.filter(ref=ref).first()
    if item is not None:
        processing.process(item)


def enqueue(item: Item, priority: int | None = None) -> None:
    """Ask a worker to make the item ready. Asking twice does no harm."""
    wanted = due(item) if priority is None else priority
    process_item.using(priority=wanted).enqueue(item.ref)


@task()
def draft_transcript(ref: str) -> None:
    """Let the computer write down what it hears, where a school has put a model on its disk."""
    from media.transcripts import drafting

    item = Item.objects.filter(ref=ref).first()
    if item is not None:
        drafting.draft(item)


def enqueue_draft(item: Item) -> None:
    """Ask a worker for a draft, behind everything that somebody waits for."""
    draft_transcript.using(priority=LAST).enqueue(item.ref)


@task()
def look_for_faces(ref: str) -> None:
    """Let the computer look where faces are, before a teacher looks at the picture."""
    from media import faces

    item = Item.objects.filter(ref=ref).first()
    if item is not None:
        faces.look(item)


def enqueue_look(item: Item) -> None:
    """Ask a worker to look for faces, behind everything that somebody waits for."""
    look_for_faces.using(priority=LAST).enqueue(item.ref)


def due(item: Item, attempts: int = 0) -> int:
    """The priority of an item: small files go before large, and whatever failed after both."""
    megabytes = item.original.size / 1024**2
    size = log2(1 + WORK[Kind(item.kind)] * megabytes)
    places = 60 - DOUBLING * size - SETBACK * attempts
    return max(LAST, min(FIRST, round(places)))
