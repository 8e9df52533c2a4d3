"""The checksum that is stored is that of the bytes that are stored, however they came."""

from __future__ import annotations

import contextlib
import hashlib
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from media import accession
from media.models import Item
from media.resumable import finishing, parts, sums
from media.resumable.faults import Busy, TooMuch
from stories.models import Story
from tests.media.resumable.tus import Tus

TOKEN = "fedcba9876543210" * 2


@pytest.fixture
def path() -> Iterator[Path]:
    parts.make(TOKEN)
    sums.forget(TOKEN)
    path = parts.folder() / TOKEN
    yield path
    path.unlink(missing_ok=True)


@pytest.fixture
def read_again(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Whatever is read from its beginning for its checksum."""
    found: list[str] = []
    digest = hashlib.file_digest

    def noted(file: Any, name: str) -> Any:
        found.append(str(file.name))
        return digest(file, name)

    monkeypatch.setattr(parts.hashlib, "file_digest", noted)
    return found


def add(*pieces: bytes, most: int = 100) -> None:
    with parts.held(TOKEN) as part:
        part.append(pieces, most=most)


def too_much(path: Path) -> None:
    with pytest.raises(TooMuch):
        add(b"xyz", b"too much", most=10)
    add(b"d")


def cut(path: Path) -> None:
    def broken() -> Iterator[bytes]:
        yield b"d"
        raise ConnectionResetError

    with parts.held(TOKEN) as part, contextlib.suppress(ConnectionResetError):
        part.append(broken(), most=100)


def another_process(path: Path) -> None:
    with path.open("ab") as file:
        file.write(b"behind our back")


def changed_in_place(path: Path) -> None:
    found = path.stat()
    path.write_bytes(b"XXXXXX"[: found.st_size])
    os.utime(path, ns=(0, found.st_mtime_ns + 1))


def replaced(path: Path) -> None:
    found, other = path.stat(), path.with_name("other")
    other.write_bytes(b"YYYYYY"[: found.st_size])
    os.utime(other, ns=(0, found.st_mtime_ns))
    other.rename(path)


def restarted(path: Path) -> None:
    sums.forget(TOKEN)


def forgotten(path: Path) -> None:
    sums.MOST_KEPT = 0
    add(b"d")


HISTORIES: dict[str, tuple[Callable[[Path], object], bool]] = {
    "nothing": (lambda path: None, False),
    "a second request": (lambda path: add(b"d", b"", b"ef"), False),
    "an empty request": (lambda path: add(), False),
    "a line that was cut": (cut, False),
    "too much": (too_much, True),
    "another process": (another_process, True),
    "changed in place": (changed_in_place, True),
    "replaced": (replaced, True),
    "restarted": (restarted, True),
    "forgotten": (forgotten, True),
}


@pytest.mark.parametrize("then", ["at once", "after one more piece"])
@pytest.mark.parametrize("history", HISTORIES)
def test_the_checksum_is_that_of_the_bytes_on_the_disk(
    path: Path,
    history: str,
    then: str,
    read_again: list[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sums, "MOST_KEPT", 1000)
    add(b"ab", b"c")
    happens, has_to_be_read = HISTORIES[history]
    happens(path)
    if then == "after one more piece":
        add(b"last")
    with parts.held(TOKEN) as part:
        assert part.sha256() == hashlib.sha256(path.read_bytes()).hexdigest()
    assert bool(read_again) == has_to_be_read


def test_a_file_that_is_gone_is_forgotten(path: Path) -> None:
    add(b"abc")
    with parts.held(TOKEN) as part:
        part.remove()
    assert TOKEN not in sums._kept


@pytest.mark.django_db
@pytest.mark.parametrize("pieces", [1, 2, 5])
def test_a_file_that_came_to_one_process_is_not_read_again(
    tus: Tus, story: Story, content: bytes, read_again: list[str], pieces: int
) -> None:
    address, size = tus.begun(len(content), story=story.ref), -(-len(content) // pieces)
    for start in range(0, len(content), size):
        assert tus.send(address, content[start : start + size], start).status_code == 204
    original = Item.objects.get().original
    assert original.sha256 == hashlib.sha256(content).hexdigest()
    assert Path(original.file.path).read_bytes() == content
    assert read_again == []


class Killed(BaseException):
    """Nothing that a program catches."""


@pytest.mark.django_db
@pytest.mark.parametrize("at", ["while it is finished", "after it was killed"])
def test_nobody_gets_the_right_to_write_to_what_is_stored(
    tus: Tus, story: Story, content: bytes, monkeypatch: pytest.MonkeyPatch, at: str
) -> None:
    """Until it is done, an upload and the stored file are two names of the same bytes."""
    address = tus.begun(len(content), story=story.ref)
    token = address.split("/")[-2]

    def look(*args: object) -> None:
        with pytest.raises(Busy), parts.held(token):
            pass
        if at == "after it was killed":
            raise Killed

    with monkeypatch.context() as patch, contextlib.suppress(Killed):
        patch.setattr(finishing.Part, "remove", look)
        tus.send(address, content)
    tus.offset(address)
    stored = Path(Item.objects.get().original.file.path)
    assert stored.stat().st_mode & 0o777 == 0o400


@pytest.mark.django_db
def test_a_store_that_keeps_less_than_came_keeps_nothing(
    tus: Tus, story: Story, content: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    address = tus.begun(len(content), story=story.ref)
    store = accession.storage.originals()
    monkeypatch.setattr(type(store), "size", lambda self, name: 1)
    with pytest.raises(OSError, match="stored"):
        tus.send(address, content)
    assert not Item.objects.exists()
    assert parts.length(address.split("/")[-2]) == len(content)
