"""The bytes on the disk: they only grow, one writer at a time, and a dead one holds nothing."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.files.storage import storages

from media import storage
from media.resumable import parts
from media.resumable.faults import Busy, Mismatch, Missing, TooMuch
from media.resumable.headers import Checksum

TOKEN = "0123456789abcdef" * 2
HOLD = """
import fcntl, sys, time
file = open(sys.argv[1], "r+b")
fcntl.flock(file, fcntl.LOCK_EX)
file.seek(0, 2)
file.write(b"half")
file.flush()
print("held", flush=True)
time.sleep(60)
"""


@pytest.fixture(autouse=True)
def begun() -> Iterator[Path]:
    parts.make(TOKEN)
    yield parts.folder() / TOKEN
    (parts.folder() / TOKEN).unlink(missing_ok=True)


def test_they_are_on_the_disk_of_the_originals_and_nobody_else_may_read_them(begun: Path) -> None:
    assert begun.stat().st_dev == Path(storages["originals"].path("")).stat().st_dev
    assert begun.stat().st_mode & 0o077 == 0
    assert parts.free() > 0


def test_they_stay_here_where_the_store_is_far_away(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(storage, "work_folder", lambda store: None)
    monkeypatch.setattr(parts.settings, "FILE_UPLOAD_TEMP_DIR", tmp_path)
    assert parts.folder() == tmp_path / "parts"


def test_they_grow(begun: Path) -> None:
    with parts.held(TOKEN) as part:
        part.append([b"ab", b"c"], most=10)
        part.append([b"def"], most=10)
        assert part.length == parts.length(TOKEN) == 6
    assert begun.read_bytes() == b"abcdef"


def test_what_came_before_the_line_was_cut_is_kept(begun: Path) -> None:
    def cut() -> Iterator[bytes]:
        yield b"abc"
        raise ConnectionResetError

    with parts.held(TOKEN) as part, pytest.raises(ConnectionResetError):
        part.append(cut(), most=10)
    assert begun.read_bytes() == b"abc"


def test_too_much_leaves_what_was_there(begun: Path) -> None:
    with parts.held(TOKEN) as part:
        part.append([b"abc"], most=5)
        with pytest.raises(TooMuch):
            part.append([b"de", b"f"], most=5)
    assert begun.read_bytes() == b"abc"


@pytest.mark.parametrize("pieces", [[b"abd"], [b"ab"], [b"abc", b"d"], []])
def test_what_does_not_add_up_is_not_kept(begun: Path, pieces: list[bytes]) -> None:
    right = Checksum("sha256", Checksum("sha256", b"").begun().digest())
    running = right.begun()
    running.update(b"abc")
    before = set(parts.folder().iterdir())
    with parts.held(TOKEN) as part, pytest.raises(Mismatch):
        part.append(pieces, most=10, checksum=Checksum("sha256", running.digest()))
    assert begun.read_bytes() == b""
    assert set(parts.folder().iterdir()) == before


def test_one_writer_at_a_time() -> None:
    with parts.held(TOKEN), pytest.raises(Busy), parts.held(TOKEN):
        pass
    with parts.held(TOKEN) as part:
        assert part.length == 0


def test_a_writer_that_is_killed_holds_nothing_and_loses_nothing(begun: Path) -> None:
    holder = subprocess.Popen([sys.executable, "-c", HOLD, str(begun)], stdout=subprocess.PIPE)
    with holder:
        assert holder.stdout is not None
        holder.stdout.readline()
        with pytest.raises(Busy), parts.held(TOKEN):
            pass
        os.kill(holder.pid, signal.SIGKILL)
        holder.wait()
    with parts.held(TOKEN) as part:
        assert part.length == 4


def test_a_child_that_was_just_started_holds_nothing() -> None:
    """Another thread starts a decoder, which has every open file until it executes."""
    with parts.held(TOKEN) as part:
        command = [sys.executable, "-c", "input()"]
        inherited = [part._file.fileno()]
        child = subprocess.Popen(command, stdin=subprocess.PIPE, pass_fds=inherited)
    with child:
        with parts.held(TOKEN) as part:
            assert part.length == 0
        child.communicate(b"\n")


def test_what_is_not_there() -> None:
    assert parts.length("f" * 32) is None
    with pytest.raises(Missing), parts.held("f" * 32):
        pass


def test_whoever_comes_just_after_the_end_does_not_write_into_nothing(
    begun: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The file goes between the opening and the locking of the next writer."""
    lock = parts.fcntl.flock

    def late(file: object, how: int) -> None:
        begun.unlink(missing_ok=True)
        lock(file, how)

    monkeypatch.setattr(parts.fcntl, "flock", late)
    with pytest.raises(Missing), parts.held(TOKEN):
        pass


def test_a_second_name_leaves_the_first_one_whole(begun: Path, tmp_path: Path) -> None:
    with parts.held(TOKEN) as part:
        part.append([b"abc"], most=3)
        with part.linked() as link:
            link.rename(tmp_path / "moved")
        assert begun.read_bytes() == (tmp_path / "moved").read_bytes() == b"abc"
        part.remove()
    assert (tmp_path / "moved").read_bytes() == b"abc"
    assert parts.length(TOKEN) is None
