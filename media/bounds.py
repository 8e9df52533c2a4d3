"""How much one file may ask of this machine.

Every bound is checked against what was measured, never against what a file
says about itself. The limits shown beside a file button are these very numbers.
"""

from typing import Final

MAX_BYTES: Final = 2 * 1024**3
"""Bytes in one file as it is sent (2 GiB)."""

MAX_PIXELS: Final = 100_000_000
"""Pixels in one picture, or in one frame of a film."""

MAX_SECONDS: Final = 4 * 60 * 60
"""Seconds of sound or film."""

MAX_PAGES: Final = 200
"""Pages in one paper."""

MAX_SHOWN_PAGES: Final = 60
"""Pages that get a picture of their own on the site; the rebuilt paper has them all."""

CHUNK: Final = 1024**2
"""Bytes held in memory at once while a file is read or written."""
