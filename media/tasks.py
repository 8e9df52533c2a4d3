"""The work that is done outside a request."""

from django_tasks import task

from media import processing
from media.models.item import Item


@task()
def process_item(ref: str) -> None:
    """Make one item ready; an item that was taken away meanwhile is no error."""
    item = Item.objects.filter(ref=ref).first()
    if item is not None:
        processing.process(item)


def enqueue(item: Item) -> None:
    """Ask a worker to make the item ready. Asking twice does no harm."""
    process_item.enqueue(item.ref)
