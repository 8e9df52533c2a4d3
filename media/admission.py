"""How a file that staff put into a Wagtail library becomes an item.

Wagtail has many ways in: one form, bulk upload, a chooser, replacing a file, a script.
All of them end in the record's `save()`, and `media/models/kept.py` calls here from there.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

from media import quotas, storage
from media.accession import accession
from media.arrival import Upload, on_disk, received
from media.formats import Kind
from media.models.item import Item
from media.processing import process
from media.recipes import confined
from media.refusals import Refused
from media.sniff import sniff

if TYPE_CHECKING:
    from media.models.kept import Kept


def is_new(record: Kept) -> bool:
    """Whether the record holds a file that has not been through accession."""
    return bool(record.file) and not record.file._committed


def check(record: Kept) -> None:
    """Look at the new file, and decode it where the admin shows it at once; raises Refused."""
    upload = record.file.file
    quotas.check(record.uploaded_by_user, upload.size or 0)
    path = on_disk(upload)
    with nullcontext(path) if path else _copied(upload) as found:
        format = sniff(found)
        kind = format.kind or confined.probe(found, format).kind
        if kind not in record.kinds:
            raise Refused("wrong_kind")
        if record.at_once:
            confined.check(found, format)


@contextmanager
def _copied(upload: Upload) -> Iterator[Path]:
    with received(upload) as arrival:
        yield arrival.path


def admit(record: Kept) -> None:
    """Take the new file in and give the record its item; raises Refused.

    A picture is made ready here, since the admin shows it on the next screen. A paper or
    a recording takes too long for that: its file is empty until the worker is done.
    """
    item = accession(
        upload=record.file.file,
        filename=record.file.name or "",
        by=record.uploaded_by_user,
        kinds=record.kinds,
        queue=not record.at_once,
    )
    record.item = item
    record.fit(Kind(item.kind))
    if record.at_once:
        _make_ready(item)
        record.take_file()
    else:
        record.file = ""


def _make_ready(item: Item) -> None:
    process(item)
    if not item.is_ready:
        _take_back(item)
        raise Refused(item.refusal_code or "unchecked")


def _take_back(item: Item) -> None:
    """The caller's transaction is about to be undone, which does not undo a stored file."""
    if item.original.items.count() == 1:
        storage.originals().delete(str(item.original.file.name))
