"""Takes away what killed workers left behind, and never anything that a row names.

Half-made files go at once when their process has ended, and after two days where nothing
is known of it. Stored files that no row names go when they are a day old; a younger one
may be about to get its row.
"""

import logging
import os
import shutil
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

from django.core.files.storage import Storage
from django.utils import timezone

from media import alive, copies, storage
from media.models.derivative import Derivative
from media.models.original import OriginalFile
from media.models.paper import Paper
from media.models.picture import Picture, PictureRendition
from media.models.recording import Recording

logger = logging.getLogger(__name__)

YOUNG = timedelta(days=1)
"""Age below which a stored file that no row names is left alone."""

UNKNOWN = timedelta(days=2)
"""Age below which a half-made file of an unknown process is left alone."""

TOO_MANY = 50
"""More nameless originals than workers can leave: then the database is an old one, put back
from a backup, and a person has to look before anything goes."""

NAMES = (Derivative, PictureRendition, Picture, Paper, Recording)
"""Everything whose `file` is in the store of the derivatives."""


def sweep() -> list[str]:
    """Do all of it; return the names of what went."""
    return [*sweep_scratch(), *sweep_derivatives(), *sweep_originals()]


def sweep_scratch() -> list[str]:
    """Take away the half-made files of processes that have ended."""
    left = [path for path in _half_made() if _is_left(path)]
    for path in left:
        shutil.rmtree(path, ignore_errors=True)
    return [path.name for path in left]


def _half_made() -> Iterator[Path]:
    """The folders that `storage.scratch` made; uploads on their way look after themselves."""
    stores = [storage.originals(), storage.derivatives(), storage.second_copy()]
    work = [storage.work_folder(store) for store in stores if store is not None]
    for folder in {storage.remote_work_folder(), *filter(None, work)}:
        yield from (path for path in folder.iterdir() if "-" in path.name)


def _is_left(path: Path) -> bool:
    worker = path.name.partition("-")[0]
    if alive.is_here(worker):
        return False
    try:
        return alive.is_dead(worker) or _age(path) > UNKNOWN
    except FileNotFoundError:
        return False


def _age(path: Path) -> timedelta:
    """Since anything in the folder was last written."""
    newest = max(each.stat().st_mtime for each in [path, *path.rglob("*")])
    return timedelta(seconds=timezone.now().timestamp() - newest)


def sweep_derivatives() -> list[str]:
    """Take away derivatives that no row names, and folders with nothing in them."""
    store = storage.derivatives()
    gone = list(_old(store, nameless_derivatives()))
    for name in gone:
        store.delete(name)
    _drop_empty_folders(store)
    return gone


def sweep_originals() -> list[str]:
    """Take away originals that no row names; nothing if there are suspiciously many of them."""
    store = storage.originals()
    gone = list(_old(store, nameless_originals()))
    if len(gone) > TOO_MANY:
        logger.error("%s originals have no row. Look at them before anything goes.", len(gone))
        return []
    for name in gone:
        # Asked once more, right before: what has a row by now stays.
        if not OriginalFile.objects.filter(file=name).exists():
            store.delete(name)
            copies.forget(name)
    return gone


def nameless_originals() -> list[str]:
    """Stored originals without a row. The files are listed first: a row comes after its file."""
    found = list(storage.names(storage.originals()))
    known = set(OriginalFile.objects.values_list("file", flat=True))
    return sorted(name for name in found if name not in known)


def nameless_derivatives() -> list[str]:
    """Stored derivatives, sizes of pictures and files of the libraries without a row."""
    found = list(storage.names(storage.derivatives()))
    known: set[str] = set()
    for model in NAMES:
        known.update(model._default_manager.values_list("file", flat=True))
    return sorted(name for name in found if name not in known)


def _old(store: Storage, names: list[str]) -> Iterator[str]:
    for name in names:
        try:
            if timezone.now() - _stored_at(store, name) > YOUNG:
                yield name
        except FileNotFoundError:
            continue


def _stored_at(store: Storage, name: str) -> datetime:
    """When it came into the store. It may have been written long before, on its way here."""
    try:
        return store.get_created_time(name)
    except NotImplementedError:
        return store.get_modified_time(name)


def _drop_empty_folders(store: Storage) -> None:
    """A bucket has none; on a disk each item leaves one, and each time it is made again."""
    root = storage.work_folder(store)
    if root is None:
        return
    for path, _, _ in os.walk(root.parent, topdown=False):
        folder = Path(path)
        inside_work = root in [folder, *folder.parents]
        if folder != root.parent and not inside_work and _is_empty_and_old(folder):
            folder.rmdir()


def _is_empty_and_old(folder: Path) -> bool:
    return not any(folder.iterdir()) and _age(folder) > YOUNG
