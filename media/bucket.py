"""Files in a bucket of any service that speaks S3, read and written a piece at a time.

django-storages reads a whole object into memory as soon as one byte of it is wanted. A
film is up to two gigabytes and a player asks for parts of it, so reading is our own: a
read asks the service for the bytes from here on, and seeking costs nothing.
"""

import io
from typing import Any, cast

from boto3.s3.transfer import TransferConfig
from botocore.exceptions import ClientError
from django.core.files.base import File
from storages.backends.s3 import S3Storage

PART = 8 * 1024**2
"""Bytes of one part of an upload; a larger file is sent in many, two of them at once."""


class Bucket(S3Storage):
    """A private store without addresses, in which nothing is ever overwritten."""

    def get_default_settings(self) -> dict[str, Any]:
        """What we never leave to chance; the settings name the bucket and its service."""
        defaults: dict[str, Any] = super().get_default_settings()
        return defaults | {
            "default_acl": "private",
            "file_overwrite": False,
            "querystring_auth": False,
            "transfer_config": TransferConfig(
                multipart_threshold=PART, multipart_chunksize=PART, max_concurrency=2
            ),
        }

    def url(self, name: str, *args: Any, **kwargs: Any) -> str:
        """There is none: every byte leaves through the one door."""
        raise NotImplementedError("The files of this store have no address.")

    def _open(self, name: str, mode: str = "rb") -> File:  # type: ignore[type-arg]
        if mode != "rb":
            raise ValueError("A file in a bucket is stored whole, and then only read.")
        stored = self.bucket.Object(self._normalize_name(name))
        try:
            stored.load()
        except ClientError as error:
            if error.response["ResponseMetadata"]["HTTPStatusCode"] == 404:  # noqa: PLR2004
                raise FileNotFoundError(name) from error
            raise
        return StoredFile(io.BufferedReader(Reader(stored), io.DEFAULT_BUFFER_SIZE * 8), name)


class StoredFile(File):  # type: ignore[type-arg] # Django's File takes no argument at run time.
    """An open object, which can say where it is and go elsewhere."""

    def seekable(self) -> bool:
        """Yes."""
        return True


class Reader(io.RawIOBase):
    """One object as a file; the connection opens at the first read after a seek."""

    def __init__(self, stored: Any) -> None:
        super().__init__()
        self._stored = stored
        self._at = 0
        self._size = int(stored.content_length)
        self._body: Any = None

    def readable(self) -> bool:
        """Yes."""
        return True

    def seekable(self) -> bool:
        """Yes, and for nothing."""
        return True

    def tell(self) -> int:
        """Bytes before the next one to be read."""
        return self._at

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        """Go elsewhere; what was on its way is let go."""
        base = {io.SEEK_SET: 0, io.SEEK_CUR: self._at, io.SEEK_END: self._size}[whence]
        if base + offset != self._at:
            self._let_go()
        self._at = base + offset
        return self._at

    def readinto(self, buffer: Any) -> int:
        """Up to as many bytes as there is room for; 0 at the end."""
        if self._at >= self._size:
            return 0
        if self._body is None:
            self._body = self._stored.get(Range=f"bytes={self._at}-")["Body"]
        piece = cast(bytes, self._body.read(len(buffer)))
        buffer[: len(piece)] = piece
        self._at += len(piece)
        return len(piece)

    def close(self) -> None:
        """Close the connection, if there is one."""
        self._let_go()
        super().close()

    def _let_go(self) -> None:
        if self._body is not None:
            self._body.close()
            self._body = None
