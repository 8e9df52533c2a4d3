"""Runs a decoder in a confined child and listens to it while it works.

The child has no standard input, a clean environment, limits on memory, processor
time and file size (see `media/confine.py`), a process group of its own, and a
wall clock. Its first output is read line by line; its complaints go to a file,
so that a chatty decoder can neither block nor fill the memory of the worker.
"""

import contextlib
import os
import selectors
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, cast

CONFINE = Path(__file__).with_name("confine.py")
ROOT = Path(__file__).resolve().parent.parent
MAX_COMPLAINTS = 64 * 1024
"""Bytes of the child's error output that are read back."""

BEAT = 0.5
"""Seconds at most between two calls of `on_beat`."""


@dataclass(frozen=True)
class Limits:
    """What one child may use: bytes of address space, seconds, seconds, bytes a file."""

    memory: int = 4 * 1024**3
    cpu: int = 600
    wall: int = 900
    file_size: int = 8 * 1024**3


@dataclass(frozen=True)
class Ended:
    """How a child ended; `code` is negative for a signal, as in subprocess."""

    code: int
    complaints: str
    timed_out: bool = False

    @property
    def was_stopped(self) -> bool:
        """Whether a limit or the kernel ended it, rather than the program itself."""
        return self.timed_out or self.code < 0


class _TimeIsUp(Exception):
    """The child has not closed its output, so it has not said everything."""


def nothing(*_: object) -> None:
    """A listener for callers that do not listen."""


def run(
    command: list[str],
    *,
    limits: Limits,
    on_line: Callable[[str], None] = nothing,
    on_beat: Callable[[], None] = nothing,
) -> Ended:
    """Run `command` (absolute program first) to its end; an exception in a listener kills it."""
    with tempfile.TemporaryFile() as complaints:
        child = _start(command, limits, complaints)
        try:
            timed_out = not _listen(child, limits.wall, on_line, on_beat)
        finally:
            _end(child)
        size = complaints.seek(0, os.SEEK_END)
        complaints.seek(max(0, size - MAX_COMPLAINTS))
        said = complaints.read().decode("utf-8", "replace")
    return Ended(child.returncode, said, timed_out)


def _start(command: list[str], limits: Limits, complaints: IO[bytes]) -> subprocess.Popen[bytes]:
    bounds = [str(limits.memory), str(limits.cpu), str(limits.file_size)]
    return subprocess.Popen(  # noqa: S603 - the program is ours and there is no shell.
        [sys.executable, "-I", "-S", str(CONFINE), *bounds, *command],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=complaints,
        cwd=ROOT,
        env={"PATH": os.defpath, "LC_ALL": "C.UTF-8", "PYTHONDONTWRITEBYTECODE": "1"},
        start_new_session=True,
    )


def _listen(
    child: subprocess.Popen[bytes],
    wall: float,
    on_line: Callable[[str], None],
    on_beat: Callable[[], None],
) -> bool:
    """Pass lines on until the child closes its output; False when the time is up first."""
    deadline = time.monotonic() + wall
    try:
        for line in _lines(child, deadline):
            if line is None:
                on_beat()
            else:
                on_line(line)
    except _TimeIsUp:
        return False
    try:
        child.wait(timeout=max(0.1, deadline - time.monotonic()))
    except subprocess.TimeoutExpired:
        return False
    return True


def _lines(child: subprocess.Popen[bytes], deadline: float) -> Iterator[str | None]:
    """Every line of output as it comes, and None at least once every `BEAT` seconds.

    Raises _TimeIsUp.
    """
    rest, beaten = b"", time.monotonic()
    with selectors.DefaultSelector() as selector:
        selector.register(output(child), selectors.EVENT_READ)
        while time.monotonic() < deadline:
            if selector.select(timeout=BEAT):
                block = os.read(output(child).fileno(), 65536)
                if not block:
                    return
                *whole, rest = (rest + block).split(b"\n")
                yield from (line.decode("utf-8", "replace") for line in whole)
                rest = rest[-MAX_COMPLAINTS:]
            if time.monotonic() - beaten >= BEAT:
                beaten = time.monotonic()
                yield None
    raise _TimeIsUp


def _end(child: subprocess.Popen[bytes]) -> None:
    """Whatever the child left running goes with it."""
    with contextlib.suppress(ProcessLookupError):
        os.killpg(child.pid, signal.SIGKILL)
    child.wait()
    output(child).close()


def output(child: subprocess.Popen[bytes]) -> IO[bytes]:
    """The child's output, which is always a pipe."""
    return cast(IO[bytes], child.stdout)
