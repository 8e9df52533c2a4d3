"""SHA-256 of a file while it comes, so that a whole one need not be read once more.

A running sum lives in the process that received the bytes, and a client usually stays with
one process, so it also goes on from one request to the next. It is believed only while the
file is exactly as its last writer left it: the same file on the disk, as long, and not written
to since. Whatever is missing or does not fit is no loss: the file is read from its beginning.
"""

from __future__ import annotations

import hashlib
import os
from collections import OrderedDict
from collections.abc import Iterable, Iterator
from threading import Lock
from typing import IO

MOST_KEPT = 1000
"""Sums of files on their way that one process remembers; the oldest are forgotten first."""

State = tuple[int, int, int, int]
"""Device, inode, bytes, and nanoseconds of the last change."""

_kept: OrderedDict[str, tuple[State, Sum]] = OrderedDict()
_lock = Lock()


class Sum:
    """Of the first `count` bytes of a file."""

    def __init__(self) -> None:
        self.count = 0
        self._running = hashlib.sha256()

    def along(self, pieces: Iterable[bytes]) -> Iterator[bytes]:
        """The same pieces; each counts once it was taken, and the next one is asked for."""
        for piece in pieces:
            yield piece
            self._running.update(piece)
            self.count += len(piece)

    def hexdigest(self) -> str:
        """The checksum so far, in hexadecimal."""
        return self._running.hexdigest()


def taken(name: str, file: IO[bytes]) -> Sum | None:
    """The sum of all that is in the file, to be gone on with by its one writer; None if unknown."""
    with _lock:
        state, running = _kept.pop(name, (None, Sum()))
    now = _state(file)
    return running if state == now or now[2] == running.count == 0 else None


def keep(name: str, file: IO[bytes], running: Sum | None) -> None:
    """Remember the sum, if it is that of the whole file as it is on the disk now."""
    state = _state(file)
    if running is None or running.count != state[2]:
        return
    with _lock:
        _kept[name] = state, running
        while len(_kept) > MOST_KEPT:
            _kept.popitem(last=False)


def known(name: str, file: IO[bytes]) -> str | None:
    """The checksum of the file in hexadecimal, where it can be told without reading it."""
    with _lock:
        state, running = _kept.get(name, (None, None))
    return running.hexdigest() if running is not None and state == _state(file) else None


def forget(name: str) -> None:
    """The file is gone."""
    with _lock:
        _kept.pop(name, None)


def _state(file: IO[bytes]) -> State:
    found = os.fstat(file.fileno())
    return found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns
