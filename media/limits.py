"""How large one file may be here, as it is enforced and as it is said."""

from __future__ import annotations

from django.conf import settings
from django.template.defaultfilters import filesizeformat

from media.bounds import MAX_BYTES

UNIT = 1024
"""Bytes in a kilobyte, kilobytes in a megabyte, and so on."""


def largest() -> int:
    """Bytes that one file may have; the settings can only lower our own bound.

    What the virus scanner does not take could never be used, so it is not asked for.
    """
    set_here = getattr(settings, "MEDIA_LARGEST_UPLOAD", MAX_BYTES)
    scanned = settings.CLAMD_LARGEST if settings.CLAMD else MAX_BYTES
    return int(min(MAX_BYTES, set_here, scanned))


def in_words(size: int) -> str:
    """Bytes as "2 GB"; rounded down, so that what is promised is always true."""
    unit = 1
    while unit * UNIT <= size:
        unit *= UNIT
    tenths = size * 10 // unit
    return filesizeformat(tenths * unit / 10).replace(".0\xa0", "\xa0")
