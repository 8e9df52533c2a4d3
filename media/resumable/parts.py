"""Files that are still on their way: one on disk for each upload, which only ever grows.

How long that file is says how much has arrived. So there is no second number that could
be wrong after a crash: what was written is kept, also when the process that wrote it is
killed. A lock on the file keeps a second writer out and dies with its process.
"""

import fcntl
import hashlib
import os
import shutil
import stat
import tempfile
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from django.conf import settings

from media import storage
from media.bounds import CHUNK
from media.resumable import sums
from media.resumable.faults import Busy, Mismatch, Missing, TooMuch
from media.resumable.headers import Checksum

Pieces = Iterable[bytes]


def folder() -> Path:
    """Where they are: on the disk of the originals, or on our own where that store is remote."""
    root = storage.work_folder(storage.originals()) or Path(settings.FILE_UPLOAD_TEMP_DIR)
    path = root / "parts"
    path.mkdir(parents=True, exist_ok=True)
    return path


def free() -> int:
    """Bytes that the disk still has."""
    return shutil.disk_usage(folder()).free


def make(token: str) -> None:
    """An empty file for an upload that begins."""
    (folder() / token).touch(mode=0o600)


def length(token: str) -> int | None:
    """Bytes that have arrived; None if there is no such file."""
    try:
        return (folder() / token).stat().st_size
    except FileNotFoundError:
        return None


class Part:
    """The bytes of one upload, in the hands of one writer."""

    def __init__(self, path: Path, file: IO[bytes]) -> None:
        self.path = path
        self._file = file

    @property
    def length(self) -> int:
        """Bytes that have arrived."""
        return os.fstat(self._file.fileno()).st_size

    def append(self, pieces: Pieces, *, most: int, checksum: Checksum | None = None) -> None:
        """Add what comes, up to `most` bytes in all, and have it on the disk before returning.

        Raises TooMuch or Mismatch, and then nothing of it is kept. Where the line is cut,
        what had come is kept, unless there is a checksum, which half of the bytes cannot pass.
        """
        if checksum is None:
            self._grow(pieces, most)
            return
        with tempfile.TemporaryFile(dir=self.path.parent) as aside:
            room = most - self.length
            _copy_checked(pieces, aside, room, checksum)
            self._grow(iter(lambda: aside.read(CHUNK), b""), most)

    def _grow(self, pieces: Pieces, most: int) -> None:
        before = self._file.seek(0, os.SEEK_END)
        running = sums.taken(self.path.name, self._file)
        try:
            _write(running.along(pieces) if running else pieces, self._file, most - before)
        except TooMuch:
            self._file.flush()
            if self.length > before:
                self._file.truncate(before)
            raise
        finally:
            self._file.flush()
            os.fsync(self._file.fileno())
            sums.keep(self.path.name, self._file, running)

    def sha256(self) -> str:
        """The checksum of all that has arrived, in hexadecimal."""
        known = sums.known(self.path.name, self._file)
        if known is not None:
            return known
        with self.path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()

    @contextmanager
    def linked(self) -> Iterator[Path]:
        """A second name of the same bytes, to be moved into the store.

        The first one stays until the item is recorded, so that whoever is killed in
        between can be followed by somebody who does it again.
        """
        with tempfile.TemporaryDirectory(dir=self.path.parent) as beside:
            link = Path(beside) / "whole"
            link.hardlink_to(self.path)
            if not os.path.samestat(link.stat(), os.fstat(self._file.fileno())):
                raise Missing
            yield link

    def remove(self) -> None:
        """Let go of the bytes."""
        self.path.unlink(missing_ok=True)
        sums.forget(self.path.name)


def strays(age: float) -> list[Path]:
    """Everything here that nobody has written to for `age` seconds, helpers included."""
    old = time.time() - age
    return [path for path in folder().iterdir() if path.stat().st_mtime < old]


def discard(path: Path) -> bool:
    """Take a stray away, unless somebody holds it after all; whether it went."""
    if path.is_dir():
        shutil.rmtree(path, ignore_errors=True)
        return True
    try:
        with held(path.name) as part:
            part.remove()
    except (Busy, Missing):
        return False
    return True


@contextmanager
def held(token: str) -> Iterator[Part]:
    """The part of that upload, for one writer at a time; raises Busy, Missing."""
    path = folder() / token
    try:
        file = _opened(path)
    except FileNotFoundError as error:
        raise Missing from error
    with file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise Busy from error
        try:
            # Whoever held it before may have finished it between our opening and our locking.
            if not path.exists():
                raise Missing
            yield Part(path, file)
        finally:
            # A child that another thread is just starting has the file too, until it executes.
            fcntl.flock(file, fcntl.LOCK_UN)


def _opened(path: Path) -> IO[bytes]:
    """For reading and writing; for reading only what is whole, and in the store under another name.

    The store takes the right to write away, and nobody gives it back: it is the same file.
    """
    is_stored = not path.stat().st_mode & stat.S_IWUSR
    return path.open("rb" if is_stored else "r+b")


def _write(pieces: Pieces, file: IO[bytes], room: int) -> None:
    for piece in pieces:
        room -= len(piece)
        if room < 0:
            raise TooMuch
        file.write(piece)


def _copy_checked(pieces: Pieces, file: IO[bytes], room: int, checksum: Checksum) -> None:
    running = checksum.begun()

    def summed() -> Iterator[bytes]:
        for piece in pieces:
            running.update(piece)
            yield piece

    _write(summed(), file, room)
    if running.digest() != checksum.digest:
        raise Mismatch
    file.seek(0)
