"""A decoder that was taken over reaches no network, no other process and no more power."""

from __future__ import annotations

import ctypes
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import av
import pytest
from PIL import Image

from media import recipes, walls
from media.children import CONFINE, Ended, Limits, run
from media.formats import FORMATS, Kind
from media.recipes import confined, ffmpeg
from media.recipes.made import Outcome

needs_walls = pytest.mark.skipif(not walls.stand(), reason="Only Linux on x86_64 and aarch64.")


def tried(code: str) -> list[str]:
    """What the code printed, in a confined child."""
    heard: list[str] = []
    ended: Ended = run([sys.executable, "-c", code], limits=Limits(), on_line=heard.append)
    assert ended.code == 0, ended.complaints
    return heard


@needs_walls
@pytest.mark.parametrize("family", ["AF_INET", "AF_INET6", "AF_UNIX"])
@pytest.mark.parametrize("kind", ["SOCK_STREAM", "SOCK_DGRAM"])
def test_no_socket_can_be_opened(family: str, kind: str) -> None:
    code = f"""
import socket
try:
    socket.socket(socket.{family}, socket.{kind})
    print("open")
except PermissionError:
    print("refused")
"""
    assert tried(code) == ["refused"]


@needs_walls
@pytest.mark.parametrize(
    ("call", "arguments"),
    [
        ("io_uring_setup", "8, None"),
        ("ptrace", "0, 0, 0, 0"),
        ("unshare", "0x10000000"),
        ("mount", "None, None, None, 0, None"),
        ("bpf", "0, None, 0"),
        ("perf_event_open", "None, 0, -1, -1, 0"),
        ("kill", "os.getppid(), 0"),
        ("pidfd_send_signal", "0, 0, None, 0"),
        ("process_vm_readv", "os.getppid(), None, 0, None, 0, 0"),
    ],
)
def test_calls_that_no_decoder_needs_are_refused(call: str, arguments: str) -> None:
    number = walls.MACHINES[os.uname().machine][1][call]
    code = f"""
import ctypes, os
library = ctypes.CDLL(None, use_errno=True)
print(library.syscall({number}, {arguments}), ctypes.get_errno())
"""
    assert tried(code) == ["-1 1"]


@needs_walls
def test_a_child_of_the_child_has_the_same_walls() -> None:
    code = """
import subprocess, sys
inner = "import socket\\ntry:\\n    socket.socket()\\nexcept PermissionError:\\n    print('no')"
print(subprocess.run([sys.executable, "-c", inner], capture_output=True, text=True).stdout.strip())
"""
    assert tried(code) == ["no"]


@needs_walls
def test_no_new_rights_can_be_gained_and_a_filter_is_on() -> None:
    status = dict(
        line.split(":", 1)
        for line in tried("print(open('/proc/self/status').read())")
        if ":" in line
    )
    assert status["NoNewPrivs"].strip() == "1"
    assert status["Seccomp"].strip() == "2"


@needs_walls
def test_threads_and_a_name_space_of_its_own() -> None:
    """Threads need `clone`, which is refused only with flags that open a new name space."""
    clone = walls.MACHINES[os.uname().machine][2]
    code = f"""
import ctypes, threading
thread = threading.Thread(target=lambda: print("ran", flush=True))
thread.start(); thread.join()
library = ctypes.CDLL(None, use_errno=True)
print(library.syscall({clone}, 0x10000000 | 17, 0, 0, 0, 0), ctypes.get_errno())
"""
    assert tried(code) == ["ran", "-1 1"]


def test_ffmpeg_reaches_no_address(tmp_path: Path) -> None:
    """Not even where the list of protocols would let it."""
    command = [ffmpeg.program(), "-nostdin", "-v", "error", "-i", "http://127.0.0.1:9/film.mp4"]
    ended = run([*command, str(tmp_path / "film.mp4")], limits=Limits(wall=20))
    assert ended.code != 0
    assert "not permitted" in ended.complaints


def test_the_decoders_still_work(
    photo: Path, paper: Path, sound: Path, film: Path, tmp_path: Path
) -> None:
    for path, code in ((photo, "jpeg"), (paper, "pdf")):
        confined.check(path, FORMATS[code])
        made: Outcome = confined.make(path, FORMATS[code], tmp_path, lambda percent: None)
        assert made.made
    assert confined.probe(sound, FORMATS["mp3"]).has_sound
    streams = confined.probe(film, FORMATS["mp4"])
    copied = tmp_path / "film.mp4"
    seconds = ffmpeg.convert(
        film,
        FORMATS["mp4"],
        streams,
        ffmpeg.writing(copied, ["-map", "0:v:0", "-c:v", "libx264", "-preset", "ultrafast"]),
        on_progress=lambda percent: None,
    )
    assert seconds > 0
    assert copied.stat().st_size > 0


@pytest.mark.parametrize(
    ("fixture", "kind", "code", "shown"),
    [
        ("photo", Kind.IMAGE, "jpeg", "w480.jpg"),
        ("paper", Kind.DOCUMENT, "pdf", "cover.jpg"),
        ("sound", Kind.AUDIO, "mp3", "sound.m4a"),
        ("film", Kind.VIDEO, "mp4", "poster.jpg"),
    ],
)
def test_nothing_is_decoded_in_the_worker_itself(  # noqa: PLR0917
    fixture: str,
    kind: Kind,
    code: str,
    shown: str,
    request: pytest.FixtureRequest,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Not even what we made ourselves, because a stranger's pixels and sounds are in it."""
    source = request.getfixturevalue(fixture)

    def fail(*arguments: object, **options: object) -> None:
        pytest.fail("It was opened here.")

    monkeypatch.setattr(av, "open", fail)
    monkeypatch.setattr(Image, "open", fail)
    made = recipes.make(kind, source, FORMATS[code], tmp_path, lambda percent: None)
    assert shown in {each.name for each in made.made}
    assert (tmp_path / shown).stat().st_size > 0


def test_the_typesetter_still_works() -> None:
    """It looks for fonts, and opens nothing else."""
    code = "import typst; print(typst.compile(b'= A memory')[:5].decode())"
    assert tried(code) == ["%PDF-"]


def test_the_start_is_quick() -> None:
    """20 ms on a quiet machine; the bound is wide, because a busy one is not a mistake."""
    command = [sys.executable, "-I", "-S", str(CONFINE), "4000000000", "100", "1000", "/bin/true"]
    took = []
    for _ in range(5):
        begun = time.monotonic()
        subprocess.run(command, check=True)
        took.append(time.monotonic() - begun)
    assert min(took) < 0.2


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[tuple[object, ...]]:
    """What the kernel would be asked; this process must keep its own rights."""
    calls: list[tuple[object, ...]] = []
    monkeypatch.setattr(walls, "_prctl", lambda *arguments: calls.append(arguments))
    return calls


@pytest.mark.parametrize("machine", sorted(walls.MACHINES))
def test_the_filter_of_every_machine(machine: str, asked: list[tuple[object, ...]]) -> None:
    lines = [walls.program(machine)[at : at + 8] for at in range(0, len(walls.program(machine)), 8)]
    _, refused, _ = walls.MACHINES[machine]
    assert len(lines) == len(set(refused.values())) * 2 + 13
    assert lines[-1] == walls._line(walls.RETURN, walls.ALLOW)
    assert {"socket", "ptrace", "io_uring_setup", "unshare"} <= refused.keys()


@pytest.mark.parametrize(("machine", "times"), [("x86_64", 2), ("aarch64", 2), ("riscv64", 1)])
def test_where_there_is_no_filter_the_rest_is_still_done(
    machine: str, times: int, asked: list[tuple[object, ...]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(walls.sys, "platform", "linux")
    monkeypatch.setattr(walls, "_machine", lambda: machine)
    walls.raise_walls()
    assert len(asked) == times
    assert asked[0][:2] == (walls.PR_SET_NO_NEW_PRIVS, 1)


def test_another_system_has_no_such_call(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*arguments: object, **options: object) -> None:
        pytest.fail("It was asked.")

    monkeypatch.setattr(walls.sys, "platform", "darwin")
    monkeypatch.setattr(ctypes, "CDLL", fail)
    assert not walls.stand()
    walls.raise_walls()
    walls.die_with_parent(9)


def test_a_kernel_that_will_not_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    class Library:
        prctl: Callable[..., int] = staticmethod(lambda *arguments: -1)

    monkeypatch.setattr(walls.sys, "platform", "linux")
    monkeypatch.setattr(ctypes, "CDLL", lambda *arguments, **options: Library())
    with pytest.raises(OSError):
        walls.raise_walls()
