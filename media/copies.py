"""A second copy of every original, where the settings name a place for it.

It is written by whoever has just made the item ready, and mended by `check_fixity`.
"""

import hashlib
import logging
import shutil

from django.core.files.storage import Storage

from media import storage
from media.bounds import CHUNK
from media.models.original import OriginalFile

logger = logging.getLogger(__name__)


class Unsound(Exception):
    """A stored file is not what it was when it came."""


def keep(original: OriginalFile) -> bool:
    """Write the second copy if it is missing; False if it is not there afterwards."""
    second = storage.second_copy()
    if second is None:
        return False
    name = str(original.file.name)
    if second.exists(name):
        return True
    try:
        copied(storage.originals(), second, original)
    except (OSError, Unsound):
        logger.exception("The second copy of %s could not be written.", name)
        return False
    return True


def copied(source: Storage, target: Storage, original: OriginalFile, name: str = "") -> str:
    """Copy an original between stores, and return its new name; raises Unsound, OSError.

    It is checked on the way, so that a damaged file is never spread.
    """
    known = str(original.file.name)
    with storage.scratch(target) as folder:
        path = folder / "copy"
        with source.open(known) as read, path.open("wb") as written:
            shutil.copyfileobj(read, written, CHUNK)
        with path.open("rb") as file:
            if hashlib.file_digest(file, "sha256").hexdigest() != original.sha256:
                raise Unsound(known)
        return storage.put(target, path, name or known)


def forget(name: str) -> None:
    """Delete the second copy too: what a person took away is gone everywhere."""
    second = storage.second_copy()
    if second is not None:
        second.delete(name)
