"""Tells a recording that was cut off from what its own containers say of their sizes.

Decoders play what is there and pass over what is missing, so half a wedding would be
shown as the whole of it. Only sizes are read here, never the sound or the picture.
"""

from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO, Final

from media import elementary
from media.formats import Format

# ruff: noqa: PLR2004 - the numbers are the field offsets of the formats named below.

STREAMED: Final = 0x7FFFFFFF
"""A stated size this large or larger was written before the real one was known."""

SLOPPY: Final = 1024
"""Bytes by which recorders are known to overstate the size."""

TAIL: Final = 256 * 1024
"""Bytes at the end that are searched for the last page; an Ogg page has 65,307 at most."""

FILE_PROPERTIES: Final = bytes.fromhex("a1dcab8c47a9cf118ee400c00c205365")
BROADCAST: Final = 1


def is_cut_off(source: Path, format: Format) -> bool:
    """Whether the file ends before its own sizes say that it should."""
    look = LOOKS.get(format.code)
    if look is None or (format.code == "mp3" and elementary.states_length(source, format)):
        return False
    with source.open("rb") as file:
        return look(file, source.stat().st_size)


def _riff(file: BinaryIO, size: int) -> bool:
    """A RIFF file states its size in bytes 4 to 7."""
    head = file.read(8)
    stated = int.from_bytes(head[4:8], "little")
    streamed = head[:4] != b"RIFF" or stated >= STREAMED
    return not streamed and stated + len(head) > size + SLOPPY


def _boxes(file: BinaryIO, size: int) -> bool:
    """Every box at the top level says how long it is (ISO/IEC 14496-12, clause 4.2)."""
    at = 0
    while at + 8 <= size:
        file.seek(at)
        head = file.read(16)
        if not head[4:8].isalnum():
            return False
        length = int.from_bytes(head[:4], "big")
        if length == 1:
            length = int.from_bytes(head[8:16], "big")
        if length < 8:
            return False
        at += length
    return at > size


def _pages(file: BinaryIO, size: int) -> bool:
    """The last Ogg page has all its segments (RFC 3533, section 6)."""
    start = max(0, size - TAIL)
    file.seek(start)
    tail = file.read()
    at = tail.rfind(b"OggS")
    if at < 0:
        return True
    count = tail[at + 26 : at + 27]
    lacing = tail[at + 27 : at + 27 + (count[0] if count else 0)]
    return not count or len(lacing) < count[0] or at + 27 + count[0] + sum(lacing) > len(tail)


def _chunks(file: BinaryIO, size: int) -> bool:
    """A CAF file is a row of chunks; only the sound itself may have an unknown size, -1."""
    at = 8
    while at + 12 <= size:
        file.seek(at)
        length = int.from_bytes(file.read(12)[4:], "big", signed=True)
        if length < 0:
            return False
        at += 12 + length
    return at > size


def _objects(file: BinaryIO, size: int) -> bool:
    """An ASF file states its size in its file properties, unless it was broadcast."""
    head = file.read(TAIL)
    at = head.find(FILE_PROPERTIES)
    flags = int.from_bytes(head[at + 88 : at + 92], "little")
    stated = int.from_bytes(head[at + 40 : at + 48], "little")
    return at < 0 or (not flags & BROADCAST and stated > size + SLOPPY)


def _frames(file: BinaryIO, size: int) -> bool:
    return elementary.ends_in_a_frame(file, size)


def _speech(file: BinaryIO, size: int) -> bool:
    return not elementary.is_whole_speech(file)


LOOKS: Final[dict[str, Callable[[BinaryIO, int], bool]]] = {
    **dict.fromkeys(("wav", "avi"), _riff),
    **dict.fromkeys(("mp4", "mov", "3gp"), _boxes),
    **dict.fromkeys(("mp3", "aac"), _frames),
    "ogg": _pages,
    "caf": _chunks,
    "asf": _objects,
    "amr": _speech,
}
