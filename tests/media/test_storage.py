"""The same code works with a store that is not on this disk."""

from pathlib import Path

from django.core.files.base import ContentFile, File
from django.core.files.storage import Storage

from media import storage


class Remote(Storage):
    """Like a bucket: its files have no path."""

    def __init__(self) -> None:
        self.kept: dict[str, bytes] = {}

    def _open(self, name: str, mode: str = "rb") -> File:
        return ContentFile(self.kept[name])

    def _save(self, name: str, content: File) -> str:
        self.kept[name] = content.read()
        return name

    def exists(self, name: str) -> bool:
        return name in self.kept


def test_a_remote_store_is_copied_from_and_leaves_nothing() -> None:
    remote = Remote()
    remote.save("a/b", ContentFile(b"bytes"))
    assert storage.work_folder(remote) is None
    with storage.local_copy(remote, "a/b") as path:
        assert path.read_bytes() == b"bytes"
    assert not path.exists()
    with storage.scratch(remote) as folder:
        assert folder.is_dir()
    assert not folder.exists()


def test_putting_into_a_remote_store(tmp_path: Path) -> None:
    remote, path = Remote(), tmp_path / "made"
    path.write_bytes(b"bytes")
    assert storage.put(remote, path, "a/made") == "a/made"
    assert remote.kept == {"a/made": b"bytes"}
