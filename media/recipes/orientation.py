"""Which way up a picture was taken, told once however many times the file says it.

A HEIF file can say it twice: in the container, which the decoder obeys, and in EXIF,
which then has to be ignored (ISO/IEC 23008-12). Where the container says nothing, the
camera's note is all there is. Pillow turns TIFF by itself, and reads AVIF's container.
"""

import struct
from pathlib import Path

from PIL import ExifTags, Image

ORIENTATION = ExifTags.Base.Orientation

UPRIGHT = 1

SIDEWAYS = {5, 6, 7, 8}
"""Values that swap width and height (CIPA DC-008, tag 0x0112)."""

UNREADABLE = (SyntaxError, ValueError, TypeError, LookupError, OverflowError, struct.error)
"""What Pillow raises for notes that make no sense."""

TURNS = (b"\x00\x00\x00\x09irot", b"\x00\x00\x00\x09imir")
"""The two item properties that turn a picture, each with its size of nine bytes before it."""

HEAD = 1024**2
"""Bytes at the start of a HEIF file in which its properties are looked for."""


def of(picture: Image.Image, source: Path) -> int:
    """The turn that is still to be made, as an EXIF value from 1 to 8."""
    if picture.format == "TIFF":
        return UPRIGHT
    if picture.format == "HEIF":
        noted = picture.info.get("original_orientation") or UPRIGHT
        return UPRIGHT if _container_turns(source) else int(noted)
    return _noted(picture)


def _noted(picture: Image.Image) -> int:
    """The camera's own note. Notes are often damaged where the picture itself is whole."""
    try:
        return int(picture.getexif().get(ORIENTATION, UPRIGHT))
    except UNREADABLE:
        return UPRIGHT


def _container_turns(source: Path) -> bool:
    with source.open("rb") as file:
        head = file.read(HEAD)
    return any(turn in head for turn in TURNS)


TRANSPOSITIONS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}


def turned(picture: Image.Image, orientation: int) -> Image.Image:
    """The picture the right way up; a value outside the standard turns nothing."""
    step = TRANSPOSITIONS.get(orientation)
    return picture if step is None else picture.transpose(step)
