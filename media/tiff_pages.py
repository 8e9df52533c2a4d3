"""Counts the pages of a TIFF: a scanner binds a whole paper into one file.

Each directory of tags is one picture, and names the next (TIFF 6.0, section 2; BigTIFF
has the same with wider numbers). Small copies and masks say what they are (tag 254).
"""

import struct
from pathlib import Path
from typing import BinaryIO

SUBFILE = 254
"""The tag that tells a page from a small copy of one (bit 0) or a mask (bit 2)."""

NOT_A_PAGE = 0b101

LOOKED_AT = 1000
"""Directories at most: a chain can be made to lead round in a circle."""

BIG = 43
"""The version number of a BigTIFF; that of any other is 42."""


def count(path: Path) -> int:
    """Pages in the TIFF at `path`, as far as its chain of directories can be followed."""
    with path.open("rb") as file:
        order = "<" if file.read(2) == b"II" else ">"
        try:
            return _followed(file, order)
        except (struct.error, OSError, OverflowError):
            # It leads to a place that no file has.
            return 0


def _followed(file: BinaryIO, order: str) -> int:
    is_big = _number(file, order + "H") == BIG
    wide, many = (order + "Q", order + "Q") if is_big else (order + "I", order + "H")
    if is_big:
        file.seek(8)
    pages, seen, at = 0, set[int](), _number(file, wide)
    while at and at not in seen and len(seen) < LOOKED_AT:
        seen.add(at)
        file.seek(at)
        entries = _number(file, many)
        pages += not _subfile(file, order, entries, is_big) & NOT_A_PAGE
        start = at + struct.calcsize(many)
        file.seek(start + entries * (20 if is_big else 12))
        at = _next(file, wide)
    return pages


def _subfile(file: BinaryIO, order: str, entries: int, is_big: bool) -> int:
    """What kind of picture a directory says it is; tags stand in the order of their numbers."""
    layout = order + ("HHQQ" if is_big else "HHII")
    for _ in range(min(entries, SUBFILE)):
        tag, _, _, value = struct.unpack(layout, file.read(struct.calcsize(layout)))
        if tag >= SUBFILE:
            return int(value) if tag == SUBFILE else 0
    return 0


def _next(file: BinaryIO, wide: str) -> int:
    """Where the next directory is; a chain that breaks off ends."""
    try:
        return _number(file, wide)
    except struct.error:
        return 0


def _number(file: BinaryIO, layout: str) -> int:
    return int(struct.unpack(layout, file.read(struct.calcsize(layout)))[0])
