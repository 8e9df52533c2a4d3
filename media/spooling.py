"""Where an ordinary form's files wait while they come in, and how much of them is kept."""

from __future__ import annotations

from django.core.files.uploadhandler import TemporaryFileUploadHandler

from media.limits import largest


class BoundedFileHandler(TemporaryFileUploadHandler):
    """Writes no more of a file than may ever be taken, so that no form fills the disk.

    The file still says how long it really was, so that the form refuses it in words.
    """

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        """Keep this piece if there is room for it; `start` is its place in the file, in bytes."""
        if start + len(raw_data) <= largest():
            super().receive_data_chunk(raw_data, start)
