"""Tells what the old file box of Microsoft holds: a locked document, or one from before 2007.

Neither can be used, but each deserves its own sentence. The names of the streams stand
in the directory in UTF-16. Layout: [MS-CFB].
"""

from pathlib import Path
from typing import Final

from media.refusals import Refused

START: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
LOOKED_AT: Final = 8 * 1024**2
"""Bytes at the beginning and at the end, one of which holds the directory."""

STREAMS: Final = {"EncryptedPackage": "locked", "WordDocument": "old_word"}


def turn_away(path: Path) -> None:
    """Raise Refused with the reason that fits."""
    with path.open("rb") as file:
        looked_at = file.read(LOOKED_AT)
        size = file.seek(0, 2)
        file.seek(max(0, size - LOOKED_AT))
        looked_at += file.read()
    for stream, code in STREAMS.items():
        if stream.encode("utf-16-le") in looked_at:
            raise Refused(code)
    raise Refused("unknown")
