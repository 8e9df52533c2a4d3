"""An independent reader of derivatives: it walks their bytes and names whatever is not picture.

It shares no code with what wrote them, and needs no program that may be missing.
"""

from __future__ import annotations

import re
import struct

MARKS = re.compile(
    rb"Exif|EXIF|<x:xmpmeta|http://ns\.adobe|Photoshop|8BIM|ICC_PROFILE|acsp|GPS|Apple|Samsung"
    rb"|SEFT|ftyp|Lavf|Lavc|ImageDescription|Secret|20\d\d:\d\d:\d\d",
)
"""What notes of any kind begin with, or hold."""

JPEG_PARTS = {0xD8, 0xE0, 0xDB, 0xC0, 0xC2, 0xC4, 0xDA, 0xDD, 0xD9}
"""Start, JFIF header, tables, frame, scan, restart interval and end (ITU-T T.81, table B.1)."""

WEBP_PARTS = {b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"ANMF"}
"""Picture data and its frame; not ICCP, EXIF or XMP (RFC 9649)."""


def told(data: bytes) -> list[str]:
    """Everything in a picture file that is neither needed to draw it nor just pixels."""
    found = [match.group().decode("latin-1") for match in MARKS.finditer(data)]
    return found + (_jpeg(data) if data.startswith(b"\xff\xd8") else _webp(data))


def _jpeg(data: bytes) -> list[str]:
    found, at = [], 2
    while at < len(data):
        if data[at] != 0xFF:
            return [*found, f"a stray byte at {at}"]
        marker = data[at + 1]
        if marker not in JPEG_PARTS:
            found.append(f"segment {marker:02x}")
        if marker == 0xD9:
            return found + ([f"{len(data) - at - 2} bytes behind the end"] * (at + 2 < len(data)))
        length = int.from_bytes(data[at + 2 : at + 4], "big")
        if marker == 0xE0 and data[at + 4 : at + 9] != b"JFIF\x00":
            found.append("an application segment that is not JFIF")
        at += 2 + length
        if marker == 0xDA:
            at = _after_scan(data, at)
    return [*found, "no end"]


def _after_scan(data: bytes, at: int) -> int:
    """Coded pixels hold no marker but restarts."""
    while not (data[at] == 0xFF and data[at + 1] != 0 and not 0xD0 <= data[at + 1] <= 0xD7):
        at += 1
    return at


def _webp(data: bytes) -> list[str]:
    if data[:4] != b"RIFF" or data[8:12] != b"WEBP":
        return ["neither JPEG nor WebP"]
    found, at = [], 12
    while at + 8 <= len(data):
        name, size = data[at : at + 4], struct.unpack("<I", data[at + 4 : at + 8])[0]
        if name not in WEBP_PARTS:
            found.append(f"chunk {name!r}")
        at += 8 + size + size % 2
    return found + ([f"{len(data) - at} bytes behind the end"] if at != len(data) else [])
