"""The body of a request, read a little at a time as it comes off the line."""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import IO, Any, cast

from django.http import HttpRequest, UnreadablePostError

PIECE = 64 * 1024
"""Bytes read at once: at most so much is lost of what had come when a slow line breaks."""

LARGE_PIECE = 1024**2
"""Bytes read at once from a line on which they come faster than anybody could miss them."""

FAST = 0.05
"""Seconds in which a piece comes over a line that is fast enough for one twice as large."""

SILENCE = 30
"""Seconds without a byte after which a line is dead: a phone that left says no goodbye."""


class Body:
    """How long the body is, in bytes, or None where nobody can say; and its pieces."""

    def __init__(self, request: HttpRequest) -> None:
        environ = request.META
        self._line = environ.get("gunicorn.socket")
        in_chunks = "chunked" in environ.get("HTTP_TRANSFER_ENCODING", "").lower()
        if in_chunks and environ.get("wsgi.input_terminated"):
            self.length: int | None = None
            self._stream: IO[bytes] = environ["wsgi.input"]
        else:
            self.length = int(environ.get("CONTENT_LENGTH") or 0)
            self._stream = cast(IO[bytes], request)

    def pieces(self) -> Iterator[bytes]:
        """What comes, until the end or until the line is cut; a cut is no error."""
        _be_patient(self._line, SILENCE)
        try:
            yield from self._read()
        except (UnreadablePostError, OSError):
            return
        finally:
            _be_patient(self._line, None)

    def _read(self) -> Iterator[bytes]:
        """Small pieces cost a copy each of all that the server has read ahead of them."""
        size = PIECE
        began = time.monotonic()
        while piece := self._stream.read(size):
            is_fast = time.monotonic() - began < FAST
            size = min(size * 2, LARGE_PIECE) if is_fast else PIECE
            yield piece
            began = time.monotonic()


def _be_patient(line: Any, seconds: float | None) -> None:
    if line is not None:
        line.settimeout(seconds)
