"""The one way in: from somebody's file to an item that a worker will make ready.

"Accession" is the archivist's word for taking something into a collection. The
bytes are kept as they came, under their checksum; the name they came with is data
and never a path.
"""

import unicodedata
from collections.abc import Set as AbstractSet

from django.db import IntegrityError, transaction

from families.models import User
from media import storage
from media.arrival import Arrival, Upload, received
from media.formats import Format, Kind
from media.models.item import Item
from media.models.job import Job
from media.models.original import OriginalFile
from media.recipes import confined
from media.refs import new_ref
from media.refusals import Refused
from media.sniff import sniff

ANY_KIND = frozenset(Kind)
LONGEST_NAME = 255
"""Characters of a file's name that are kept."""


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
    with received(upload) as arrival:
        format = sniff(arrival.path)
        kind = format.kind or confined.probe(arrival.path, format).kind
        if kind not in kinds:
            raise Refused("wrong_kind")
        item = _recorded(arrival, format, kind, filename, by)
    if queue:
        from media.tasks import enqueue

        transaction.on_commit(lambda: enqueue(item))
    return item


def kept_name(filename: str) -> str:
    """The last part of a name as it came, less what no database or screen can hold."""
    last = filename.replace("\\", "/").rsplit("/", 1)[-1]
    sound = last.encode("utf-8", "replace").decode("utf-8")
    printable = "".join(char for char in sound if unicodedata.category(char) != "Cc")
    return printable[:LONGEST_NAME]


@transaction.atomic
def _recorded(arrival: Arrival, format: Format, kind: Kind, filename: str, by: User | None) -> Item:
    item = Item.objects.create(
        kind=kind.value,
        filename=kept_name(filename),
        original=_stored(arrival, format),
        school=by.school if by else None,
        uploaded_by=by,
    )
    Job.objects.create(item=item)
    return item


def _stored(arrival: Arrival, format: Format) -> OriginalFile:
    """The one stored file of these bytes; whoever comes second uses the first one's."""
    known = OriginalFile.objects.select_for_update().filter(sha256=arrival.sha256).first()
    if known is not None:
        return known
    store = storage.originals()
    wanted = f"{arrival.sha256[:2]}/{arrival.sha256}-{new_ref()}"
    name = storage.put(store, arrival.path, wanted)
    try:
        with transaction.atomic():
            return OriginalFile.objects.create(
                sha256=arrival.sha256, size=arrival.size, format_code=format.code, file=name
            )
    except IntegrityError:
        store.delete(name)
        return OriginalFile.objects.get(sha256=arrival.sha256)
