"""Where the bytes are: originals and derivatives in two stores, neither with an address."""

import secrets
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.core.files.base import File
from django.core.files.storage import Storage, storages

from media import alive
from media.bounds import CHUNK

HIDDEN = "."
"""What begins with it is no stored file: half-made ones are kept in `.work`."""


def originals() -> Storage:
    """What people sent, as they sent it; written once and never served in public."""
    return storages["originals"]


def derivatives() -> Storage:
    """What was made to be shown; everything here can be made again."""
    return storages["derivatives"]


def second_copy() -> Storage | None:
    """Where every original is kept once more, under the same name; None if nowhere."""
    return storages["originals-copy"] if "originals-copy" in settings.STORAGES else None


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


def is_local(storage: Storage) -> bool:
    """Whether its files are on this disk."""
    return _local_path(storage, "any") is not None


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


def remote_work_folder() -> Path:
    """The same for remote stores: on our disk, because /tmp may be in memory."""
    folder = Path(settings.SCRATCH_FOLDER)
    folder.mkdir(parents=True, exist_ok=True)
    return folder


@contextmanager
def scratch(storage: Storage) -> Iterator[Path]:
    """A folder for half-made files that goes away whatever happens.

    It bears the name of this process, so that it is swept once the process was killed.
    """
    folder = work_folder(storage) or remote_work_folder()
    with tempfile.TemporaryDirectory(
        dir=folder, prefix=f"{alive.name()}-", ignore_cleanup_errors=True
    ) as path:
        yield Path(path)


@contextmanager
def local_copy(storage: Storage, name: str) -> Iterator[Path]:
    """The stored file as a path that a decoder can open; copied only from a remote store."""
    path = _local_path(storage, name)
    if path is not None:
        yield path
        return
    with scratch(storage) as folder:
        path = folder / secrets.token_hex(8)
        with storage.open(name) as source, path.open("wb") as target:
            shutil.copyfileobj(source, target, CHUNK)
        yield path


def names(storage: Storage, folder: str = "") -> Iterator[str]:
    """The name of every stored file, half-made ones left out."""
    try:
        folders, files = storage.listdir(folder)
    except FileNotFoundError:
        return
    inside = f"{folder}/" if folder else ""
    yield from (f"{inside}{file}" for file in files)
    for each in folders:
        if not each.startswith(HIDDEN):
            yield from names(storage, f"{inside}{each}")
