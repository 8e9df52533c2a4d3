"""Takes an item away, and the stored bytes once nobody else's item needs them."""

from functools import partial

from django.core.files.storage import Storage
from django.db import transaction

from media import copies, storage
from media.models.item import Item
from media.models.original import OriginalFile


@transaction.atomic
def remove(item: Item) -> None:
    """Delete `item` and its derivatives, and its original if no other item has it."""
    original = OriginalFile.objects.select_for_update().get(pk=item.original_id)
    made = list(item.derivatives.values_list("file", flat=True))
    item.delete()
    _delete_after_commit(storage.derivatives(), made)
    if not original.items.exists():
        name = str(original.file.name)
        original.delete()
        _delete_after_commit(storage.originals(), [name])
        transaction.on_commit(partial(copies.forget, name))


def _delete_after_commit(store: Storage, names: list[str]) -> None:
    transaction.on_commit(partial(delete, store, names))


def delete(store: Storage, names: list[str]) -> None:
    """Delete stored files; one that is gone already is no error."""
    for name in names:
        store.delete(name)
