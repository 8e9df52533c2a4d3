"""The headers of tus 1.0.0, read and checked (https://tus.io/protocols/resumable-upload)."""

import base64
import binascii
import hashlib
from dataclasses import dataclass
from typing import Final

from media.resumable.faults import Malformed

VERSION: Final = "1.0.0"
EXTENSIONS: Final = ("creation", "creation-with-upload", "expiration", "checksum", "termination")
ALGORITHMS: Final = ("sha1", "sha256", "md5")
"""Names of checksums; the specification asks for SHA-1 at least."""

OCTETS: Final = "application/offset+octet-stream"
"""The media type of a piece of a file."""

MOST_DIGITS: Final = 15
"""Digits of a number of bytes: enough for a petabyte, and never slow to read."""


@dataclass(frozen=True)
class Checksum:
    """What the bytes of one request have to add up to."""

    algorithm: str
    digest: bytes

    def begun(self) -> "hashlib._Hash":
        """A running sum of this kind; it finds accidents, not forgeries."""
        return hashlib.new(self.algorithm, usedforsecurity=False)


def whole_number(header: str | None) -> int:
    """A number of bytes; raises Malformed for anything but digits."""
    text = header or ""
    if not (text.isascii() and text.isdigit() and len(text) <= MOST_DIGITS):
        raise Malformed
    return int(text)


def metadata(header: str) -> dict[str, str]:
    """The pairs of an Upload-Metadata header; raises Malformed."""
    pairs = [pair.strip().split(" ") for pair in header.split(",") if pair.strip()]
    read = {pair[0]: _text(pair[1:]) for pair in pairs}
    if len(read) != len(pairs):
        raise Malformed
    return read


def _text(encoded: list[str]) -> str:
    if len(encoded) > 1:
        raise Malformed
    return _bytes("".join(encoded)).decode("utf-8", "replace")


def checksum(header: str | None) -> Checksum | None:
    """What an Upload-Checksum header asks for; raises Malformed for a sum we do not know."""
    if header is None:
        return None
    algorithm, _, digest = header.partition(" ")
    if algorithm not in ALGORITHMS:
        raise Malformed
    return Checksum(algorithm, _bytes(digest))


def _bytes(encoded: str) -> bytes:
    try:
        return base64.b64decode(encoded, validate=True)
    except (binascii.Error, ValueError) as error:
        raise Malformed from error
