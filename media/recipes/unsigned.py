"""Takes the last words of the encoder out of a finished MP4, where no option of ffmpeg does.

Two are left: the name of the compressor in each film's sample entry, and an empty box of
tags that names its maker. Both are overwritten in place, so nothing else moves. Boxes:
ISO/IEC 14496-12; the sample entry of H.264: ISO/IEC 14496-15, clause 5.
"""

from collections.abc import Iterator
from pathlib import Path

WAY_TO_ENTRIES = (b"mdia", b"minf", b"stbl", b"stsd")
HEAD = 8
"""Bytes of the length and the kind that every box begins with."""

NAME_AT, NAME_LENGTH = 50, 32
"""Bytes from the start of the sample entry, and bytes."""

HEADER = 8
"""Bytes that a box has before its content: its length and its name."""

ENTRIES_AT = 8
"""Bytes of flags and of a count, between the head of `stsd` and its first entry."""

Box = tuple[bytes, int, int]
"""Its kind, and where it starts and ends, head and all."""


def unsign(path: Path) -> None:
    """Blank both in the file at `path`, whose index stands before its sound and pictures."""
    with path.open("r+b") as file:
        size = int.from_bytes(file.read(4), "big")
        file.seek(size)
        length = int.from_bytes(file.read(4), "big")
        file.seek(size)
        index = bytearray(file.read(length))
        _blank(index)
        file.seek(size)
        file.write(index)


def _blank(index: bytearray) -> None:
    for kind, start, end in _boxes(index, HEAD, len(index)):
        if kind == b"udta":
            index[start + 4 : end] = b"free" + bytes(end - start - HEAD)
        elif kind == b"trak":
            _blank_name(index, start, end)


def _blank_name(index: bytearray, start: int, end: int) -> None:
    at = start + HEAD
    for step in WAY_TO_ENTRIES:
        boxes = _boxes(index, at, end)
        inside = ((begin + HEAD, stop) for kind, begin, stop in boxes if kind == step)
        at, end = next(inside, (end, end))
    for kind, entry, _ in _boxes(index, at + ENTRIES_AT, end):
        if kind == b"avc1":
            index[entry + NAME_AT : entry + NAME_AT + NAME_LENGTH] = bytes(NAME_LENGTH)


def _boxes(index: bytearray, at: int, end: int) -> Iterator[Box]:
    """The boxes that follow one another from `at`."""
    while at + HEADER <= end:
        length = int.from_bytes(index[at : at + 4], "big")
        if length < HEADER:
            return
        yield bytes(index[at + 4 : at + 8]), at, at + length
        at += length
