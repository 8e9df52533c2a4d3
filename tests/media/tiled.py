"""A HEIC as an iPhone writes it: tiles that are put together, a turn in the container, and EXIF.

Pillow's plug-in writes one picture in one piece, so the boxes are put together here
(ISO/IEC 14496-12, and 23008-12 clause 6.6.2.3 for the grid).
"""

from __future__ import annotations

import io
import struct
from pathlib import Path

import pillow_heif
from PIL import Image

from tests.media import samples

TILE = 256
"""Pixels: a phone's are 512, and the last ones reach over the edge as well."""

ANGLES = {1: 0, 3: 2, 6: 3, 8: 1}
"""Quarter turns to the left (`irot`) for each value of the EXIF orientation."""


def photo(path: Path, orientation: int = 6) -> Path:
    """The cornered picture in tiles, turned as the phone was held, with a place in its notes."""
    picture = samples.turned(orientation)
    across, down = (-(-side // TILE) for side in picture.size)
    tiles = [_tile(picture, number % across, number // across) for number in range(across * down)]
    grid = struct.pack(">BBBBHH", 0, 0, down - 1, across - 1, *picture.size)
    notes = struct.pack(">I", 6) + samples.exif(orientation).tobytes()
    items = [*((b"hvc1", data) for _, data in tiles), (b"grid", grid), (b"Exif", notes)]
    head = box(b"ftyp", b"heic" + bytes(4) + b"mif1heic")
    properties = _properties(tiles[0][0], len(tiles), picture.size, ANGLES[orientation])
    start = len(head) + len(_meta(items, properties, 0)) + 8
    mdat = box(b"mdat", *(data for _, data in items))
    path.write_bytes(head + _meta(items, properties, start) + mdat)
    return path


def box(kind: bytes, *parts: bytes) -> bytes:
    content = b"".join(parts)
    return struct.pack(">I4s", len(content) + 8, kind) + content


def full(kind: bytes, *parts: bytes, version: int = 0, flags: int = 0) -> bytes:
    return box(kind, struct.pack(">I", version << 24 | flags), *parts)


def _tile(picture: Image.Image, column: int, row: int) -> tuple[bytes, bytes]:
    """How the decoder is set up for one tile, and its pixels as coded."""
    left, top = column * TILE, row * TILE
    piece = Image.new("RGB", (TILE, TILE))
    piece.paste(picture.crop((left, top, left + TILE, top + TILE)))
    written = io.BytesIO()
    pillow_heif.from_pillow(piece).save(written, quality=90)
    data = written.getvalue()
    setting, mdat = data.index(b"hvcC") - 4, data.rindex(b"mdat")
    length = int.from_bytes(data[setting : setting + 4], "big")
    return data[setting : setting + length], data[mdat + 4 :]


def _properties(setting: bytes, tiles: int, size: tuple[int, int], angle: int) -> bytes:
    """Each tile has the first two; the whole has its own size, and the turn."""
    kinds = [
        setting,
        full(b"ispe", struct.pack(">II", TILE, TILE)),
        full(b"ispe", struct.pack(">II", *size)),
        box(b"irot", bytes([angle])),
    ]
    essential = 0x80
    used = [struct.pack(">HBBB", number + 1, 2, essential | 1, 2) for number in range(tiles)]
    used.append(struct.pack(">HBBB", tiles + 1, 2, 3, essential | 4))
    ipma = full(b"ipma", struct.pack(">I", len(used)), *used)
    return box(b"iprp", box(b"ipco", *kinds), ipma)


def _meta(items: list[tuple[bytes, bytes]], properties: bytes, start: int) -> bytes:
    """All about the items, whose bytes follow one another from `start` on."""
    places, whole = [], len(items) - 1
    for number, (_, data) in enumerate(items, 1):
        places.append(struct.pack(">HHHII", number, 0, 1, start, len(data)))
        start += len(data)
    named = [
        full(
            b"infe", struct.pack(">HH4sB", number, 0, kind, 0), version=2, flags=int(number < whole)
        )
        for number, (kind, _) in enumerate(items, 1)
    ]
    parts = struct.pack(f">HH{whole - 1}H", whole, whole - 1, *range(1, whole))
    return full(
        b"meta",
        full(b"hdlr", bytes(4) + b"pict" + bytes(13)),
        full(b"pitm", struct.pack(">H", whole)),
        full(b"iloc", struct.pack(">HH", 0x4400, len(items)), *places),
        full(b"iinf", struct.pack(">H", len(items)), *named),
        full(b"iref", box(b"dimg", parts), box(b"cdsc", struct.pack(">HHH", len(items), 1, whole))),
        properties,
    )
