"""Takes a file in from outside: a piece at a time, counted and checksummed on its way.

What Django's upload handler has put on disk already is read once and renamed, so
two gigabytes are never held in memory and never written twice.
"""

import hashlib
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, TypeAlias

from django.core.files.base import File

from media import storage
from media.bounds import CHUNK
from media.limits import largest
from media.refusals import Refused

Upload: TypeAlias = "File[bytes]"


@dataclass(frozen=True)
class Arrival:
    """A whole file on our disk; `size` in bytes, `sha256` in hexadecimal."""

    path: Path
    size: int
    sha256: str


@contextmanager
def received(upload: Upload) -> Iterator[Arrival]:
    """The upload as a file on disk, which goes away afterwards unless it was moved on."""
    if (upload.size or 0) > largest():
        raise Refused("too_big")
    with storage.scratch(storage.originals()) as folder:
        path = folder / "arrival"
        if on_disk(upload) is None:
            size, sha256 = _copied(upload, path)
        else:
            size, sha256 = _moved(upload, path)
        yield Arrival(path, size, sha256)


def on_disk(upload: Upload) -> Path | None:
    """Where the upload handler left the file; None if it is anybody else's, or in memory."""
    path = getattr(upload, "temporary_file_path", None)
    return Path(path()) if path is not None else None


def _copied(upload: Upload, path: Path) -> tuple[int, str]:
    with path.open("wb") as target:
        return _read(upload, target)


def _moved(upload: Upload, path: Path) -> tuple[int, str]:
    size, sha256 = _read(upload, None)
    shutil.move(str(on_disk(upload)), path)
    return size, sha256


def _read(upload: Upload, target: IO[bytes] | None) -> tuple[int, str]:
    size, digest = 0, hashlib.sha256()
    for chunk in upload.chunks(CHUNK):
        size += len(chunk)
        if size > largest():
            raise Refused("too_big")
        digest.update(chunk)
        if target is not None:
            target.write(chunk)
    return size, digest.hexdigest()
