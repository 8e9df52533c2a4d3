"""Part of a file, as players ask for it (RFC 9110, section 14)."""

import re
from dataclasses import dataclass
from typing import BinaryIO

ONE_RANGE = re.compile(r"bytes=\s*(\d{0,18})-(\d{0,18})\s*", re.ASCII)


@dataclass(frozen=True)
class Span:
    """Bytes `first` to `last`, both included, of a file of `size` bytes."""

    first: int
    last: int
    size: int

    @property
    def length(self) -> int:
        """Bytes in the span."""
        return self.last - self.first + 1

    @property
    def header(self) -> str:
        """The value of Content-Range."""
        return f"bytes {self.first}-{self.last}/{self.size}"


class Unsatisfiable(Exception):
    """The range asked for lies wholly outside the file."""


def asked_for(header: str, size: int) -> Span | None:
    """The one range in a Range header; None to send the whole file; raises Unsatisfiable.

    A server may ignore what it does not understand: other units, several ranges at
    once, a range that ends before it starts.
    """
    match = ONE_RANGE.fullmatch(header)
    if match is None or match.groups() == ("", ""):
        return None
    start, end = match.groups()
    if not start:
        return _last(int(end), size)
    first, last = int(start), min(int(end), size - 1) if end else size - 1
    if end and int(end) < first:
        return None
    if first >= size:
        raise Unsatisfiable
    return Span(first, last, size)


def _last(count: int, size: int) -> Span:
    if count == 0 or size == 0:
        raise Unsatisfiable
    return Span(max(0, size - count), size - 1, size)


class BoundedReader:
    """Reads one span of an open file and then says that the file is over."""

    def __init__(self, file: BinaryIO, span: Span) -> None:
        file.seek(span.first)
        self._file = file
        self._left = span.length

    def read(self, count: int = -1) -> bytes:
        """Up to `count` bytes of what is left of the span."""
        wanted = self._left if count < 0 else min(count, self._left)
        data = self._file.read(wanted)
        self._left -= len(data)
        return data

    def close(self) -> None:
        """Close the file below."""
        self._file.close()
