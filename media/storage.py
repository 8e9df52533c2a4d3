"""Where the bytes are: originals and derivatives in two stores, neither with an address."""

import secrets
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.core.files.base import File
from django.core.files.storage import Storage, storages

from media.bounds import CHUNK


def originals() -> Storage:
    """What people sent, as they sent it; written once and never served in public."""
    return storages["originals"]


def derivatives() -> Storage:
    """What was made to be shown; everything here can be made again."""
    return storages["derivatives"]


class MovedFile(File):  # type: ignore[type-arg] # Django's File takes no argument at run time.
    """A finished file on disk that a local store renames into place and a remote one reads."""

    def __init__(self, path: Path) -> None:
        super().__init__(path.open("rb"), name=path.name)
        self.path = path

    def temporary_file_path(self) -> str:
        """What makes FileSystemStorage move the file instead of copying it."""
        return str(self.path)


def put(storage: Storage, path: Path, name: str) -> str:
    """Move the file at `path` into `storage` and return the name that it got."""
    with MovedFile(path) as file:
        return storage.save(name, file)


def work_folder(storage: Storage) -> Path | None:
    """A folder on the same disk as `storage`, so that moving is renaming; None if it is remote."""
    folder = _local_path(storage, ".work")
    if folder is not None:
        folder.mkdir(parents=True, exist_ok=True)
    return folder


def _local_path(storage: Storage, name: str) -> Path | None:
    try:
        return Path(storage.path(name))
    except NotImplementedError:
        return None


@contextmanager
def scratch(storage: Storage) -> Iterator[Path]:
    """A folder for half-made files that goes away whatever happens."""
    with tempfile.TemporaryDirectory(dir=work_folder(storage), ignore_cleanup_errors=True) as path:
        yield Path(path)


@contextmanager
def local_copy(storage: Storage, name: str) -> Iterator[Path]:
    """The stored file as a path that a decoder can open; copied only from a remote store."""
    path = _local_path(storage, name)
    if path is not None:
        yield path
        return
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / secrets.token_hex(8)
        with storage.open(name) as source, path.open("wb") as target:
            shutil.copyfileobj(source, target, CHUNK)
        yield path
