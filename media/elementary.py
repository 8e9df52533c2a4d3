"""Reads the frames of MP3, ADTS AAC and AMR, which have nothing around them.

One sync word proves nothing: any text may hold one. Three frames, each starting
where the one before says it ends, do not happen by chance. Frame layout:
ISO/IEC 11172-3 clause 2.4.1, ISO/IEC 14496-3 annex 1.A and RFC 4867; ID3v2: id3.org.
"""

from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

from media.formats import Format

# ruff: noqa: PLR2004 - the numbers are the bit fields of the formats named above.

RUN = 3
"""Frames in a row that have to agree."""

PADDING = 64 * 1024
"""Zero bytes that may stand between an ID3 tag and the first frame."""

AMR_MOST = 64 * 1024**2
"""Bytes of the longest speech that we take: four hours at 61 bytes a frame of 20 ms, and spare."""

RATES = {
    (3, 1): (32, 64, 96, 128, 160, 192, 224, 256, 288, 320, 352, 384, 416, 448),
    (3, 2): (32, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384),
    (3, 3): (32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320),
    (2, 1): (32, 48, 56, 64, 80, 96, 112, 128, 144, 160, 176, 192, 224, 256),
    (2, 2): (8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160),
}
"""Kilobits a second by (version, layer), for the bit-rate indexes 1 to 14."""

SAMPLE_RATES = {3: (44100, 48000, 32000), 2: (22050, 24000, 16000), 0: (11025, 12000, 8000)}


def tell(path: Path) -> str:
    """Return "mp3", "aac", "flac" (behind an ID3 tag) or "" for the file at `path`."""
    with path.open("rb") as file:
        start = _after_tags(file)
        file.seek(start)
        if file.read(4) == b"fLaC":
            return "flac"
        for code, length in (("mp3", mpeg_frame), ("aac", adts_frame)):
            if _runs(file, start, length):
                return code
    return ""


def states_length(path: Path, format: Format) -> bool:
    """Whether the file says how long it is: bare frames never do, but an MP3's first one may."""
    if format.code in ("aac", "amr"):
        return False
    if format.code != "mp3":
        return True
    with path.open("rb") as file:
        first = _read(file, _after_tags(file), 256)
    return any(mark in first for mark in (b"Xing", b"Info", b"VBRI"))


def _after_tags(file: BinaryIO) -> int:
    """Where the first frame should be: past every ID3v2 tag and the zeros after it."""
    at = 0
    while (header := _read(file, at, 10))[:3] == b"ID3" and len(header) == 10:
        size = 0
        for byte in header[6:10]:
            size = size << 7 | (byte & 0x7F)
        at += 10 + size + (10 if header[5] & 0x10 else 0)
    padding = _read(file, at, PADDING) if at else b""
    return at + len(padding) - len(padding.lstrip(b"\x00"))


def _read(file: BinaryIO, at: int, count: int) -> bytes:
    file.seek(at)
    return file.read(count)


def _runs(file: BinaryIO, at: int, length: Callable[[bytes], int]) -> bool:
    """Whether `RUN` frames follow one another; a file that ends after fewer whole ones passes."""
    found = 0
    while found < RUN:
        header = _read(file, at, 7)
        if not header and found > 1:
            return True
        step = length(header)
        if not step:
            return False
        at, found = at + step, found + 1
    return True


def mpeg_frame(header: bytes) -> int:
    """Bytes of the MPEG audio frame that starts with `header`; 0 if none does."""
    if len(header) < 4 or header[0] != 0xFF or header[1] & 0xE0 != 0xE0:
        return 0
    version, layer = header[1] >> 3 & 3, 4 - (header[1] >> 1 & 3)
    rate, sample, padding = header[2] >> 4, header[2] >> 2 & 3, header[2] >> 1 & 1
    if version == 1 or layer == 4 or rate in (0, 15) or sample == 3:
        return 0
    table = RATES[(3, layer) if version == 3 else (2, min(layer, 2))]
    bits, hertz = table[rate - 1] * 1000, SAMPLE_RATES[version][sample]
    if layer == 1:
        return (12 * bits // hertz + padding) * 4
    samples = 72 if layer == 3 and version != 3 else 144
    return samples * bits // hertz + padding


def adts_frame(header: bytes) -> int:
    """Bytes of the ADTS frame that starts with `header`; 0 if none does."""
    if len(header) < 7 or header[0] != 0xFF or header[1] & 0xF6 != 0xF0:
        return 0
    if header[2] >> 2 & 0xF > 12:
        return 0
    length = (header[3] & 3) << 11 | header[4] << 3 | header[5] >> 5
    return length if length > 7 else 0


def ends_in_a_frame(file: BinaryIO, size: int) -> bool:
    """Whether the last frame of an MP3 or ADTS file has begun and has not ended.

    Read from the end only: the first place in the tail from which frames follow one
    another. What stands after the last frame may be a tag, and is no frame.
    """
    start = max(0, size - PADDING)
    tail = _read(file, start, PADDING)
    for length in (adts_frame, mpeg_frame):
        at = _first_of_a_run(tail, length)
        if at is not None:
            while step := length(tail[at : at + 7]):
                at += step
            return at > len(tail)
    return False


def _first_of_a_run(tail: bytes, length: Callable[[bytes], int]) -> int | None:
    """Where in `tail` the first of `RUN` frames starts, each following the one before."""
    at = tail.find(b"\xff")
    while at >= 0:
        ends, found = at, 0
        while found < RUN and (step := length(tail[ends : ends + 7])):
            ends, found = ends + step, found + 1
        if found == RUN:
            return at
        at = tail.find(b"\xff", at + 1)
    return None


SPEECH = {
    b"#!AMR\n": (12, 13, 15, 17, 19, 20, 26, 31, 5, 6, 5, 5, 0, 0, 0, 0),
    b"#!AMR-WB\n": (17, 23, 32, 36, 40, 46, 50, 58, 60, 5, 0, 0, 0, 0, 0, 0),
}
"""Bytes that follow the first one of a frame, by its type (RFC 4867, section 5)."""


def is_whole_speech(file: BinaryIO) -> bool:
    """Whether an AMR file ends where its last frame does; each frame says how long it is."""
    data = _read(file, 0, AMR_MOST)
    mark = next((mark for mark in SPEECH if data.startswith(mark)), None)
    if mark is None:
        return False
    sizes = [1 + rest for rest in SPEECH[mark]]
    at, end = len(mark), len(data)
    while at < end:
        at += sizes[data[at] >> 3 & 15]
    return at == end
