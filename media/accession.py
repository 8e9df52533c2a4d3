"""The one way in: from somebody's file to an item that a worker will make ready.

"Accession" is the archivist's word for taking something into a collection. The
bytes are kept as they came, under their checksum; the name they came with is data
and never a path.
"""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from contextlib import contextmanager

from django.db import IntegrityError, transaction

from families.models import User
from media import quotas, storage
from media.arrival import Arrival, Upload, received
from media.formats import Format, Kind
from media.models.item import Item
from media.models.job import Job
from media.models.original import OriginalFile
from media.names import kept_name
from media.recipes import confined
from media.refs import new_ref
from media.refusals import Refused
from media.sniff import sniff

ANY_KIND = frozenset(Kind)


def accession(
    *,
    upload: Upload,
    filename: str,
    by: User | None,
    kinds: AbstractSet[Kind] = ANY_KIND,
    queue: bool = True,
) -> Item:
    """Take `upload` in and return its item; raises Refused, and then nothing is kept.

    The work is queued after commit; with `queue=False` the caller processes the item
    itself, and the reaper does so should the caller not live to do it.
    """
    quotas.check(by, upload.size or 0)
    with received(upload) as arrival:
        found = identified(arrival, kinds)
        with admitted(arrival, found, filename, by, queue=queue) as item:
            quotas.check(by, 0)
    return item


def identified(arrival: Arrival, kinds: AbstractSet[Kind] = ANY_KIND) -> tuple[Format, Kind]:
    """What the content is, whatever the file is called; raises Refused."""
    format = sniff(arrival.path)
    kind = format.kind or confined.probe(arrival.path, format).kind
    if kind not in kinds:
        raise Refused("wrong_kind")
    return format, kind


@contextmanager
def admitted(
    arrival: Arrival,
    found: tuple[Format, Kind],
    filename: str,
    by: User | None,
    *,
    queue: bool = True,
) -> Iterator[Item]:
    """A new item, and a transaction in which the caller gives it its place.

    If that fails, nothing is recorded and nothing stays in the store.
    """
    format, kind = found
    stored: list[str] = []
    try:
        with transaction.atomic():
            item = Item.objects.create(
                kind=kind.value,
                filename=kept_name(filename),
                original=_stored(arrival, format, stored),
                school=by.school if by else None,
                uploaded_by=by,
            )
            Job.objects.create(item=item)
            yield item
            if queue:
                _queue_after_commit(item)
    except BaseException:
        for name in stored:
            storage.originals().delete(name)
        raise


def _queue_after_commit(item: Item) -> None:
    from media.tasks import enqueue

    transaction.on_commit(lambda: enqueue(item))


def _stored(arrival: Arrival, format: Format, stored: list[str]) -> OriginalFile:
    """The one stored file of these bytes; a name that is new in the store is noted."""
    known = OriginalFile.objects.select_for_update().filter(sha256=arrival.sha256).first()
    if known is not None:
        return known
    store = storage.originals()
    wanted = f"{arrival.sha256[:2]}/{arrival.sha256}-{new_ref()}"
    name = storage.put(store, arrival.path, wanted)
    try:
        if store.size(name) != arrival.size:
            raise OSError(f"Not all of {name} was stored.")
        with transaction.atomic():
            made = OriginalFile.objects.create(
                sha256=arrival.sha256, size=arrival.size, format_code=format.code, file=name
            )
    except OSError:
        store.delete(name)
        raise
    except IntegrityError:
        store.delete(name)
        return OriginalFile.objects.get(sha256=arrival.sha256)
    stored.append(name)
    return made
