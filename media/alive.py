"""Tells whether the process that works on something still lives, at once and for certain.

Each working process holds a lock on a file of its own (flock(2)). The kernel lets go of
it when the process ends, however it ends, so a worker that comes back after a SIGKILL
need not wait to see what its forerunner left. A process on another machine has no file
here: nothing is known of it but its heartbeat.
"""

import fcntl
import os
import secrets
from pathlib import Path

from django.conf import settings

_held: dict[int, tuple[str, int]] = {}
"""By process, because a fork takes its parent's name along but is somebody else."""


def name() -> str:
    """The name of this process: eight characters, the same for as long as it lives."""
    own = os.getpid()
    if own not in _held:
        for _, file in _held.values():
            os.close(file)
        _held.clear()
        _held[own] = _taken(secrets.token_hex(4))
    return _held[own][0]


def _taken(name: str) -> tuple[str, int]:
    """The file stays open on purpose: to close it is to die."""
    file = os.open(_folder() / name, os.O_WRONLY | os.O_CREAT | os.O_CLOEXEC, 0o600)
    fcntl.flock(file, fcntl.LOCK_EX)
    return name, file


def is_dead(name: str) -> bool:
    """Whether that process ran here and has ended; False also where nothing is known."""
    try:
        with (_folder() / name).open("rb") as file:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def is_here(name: str) -> bool:
    """Whether that process runs on this machine now."""
    return name.isalnum() and (_folder() / name).exists() and not is_dead(name)


def ended() -> list[str]:
    """The processes that ran here, have ended, and are not buried yet."""
    return [path.name for path in _folder().iterdir() if is_dead(path.name)]


def bury(names: list[str]) -> None:
    """Forget processes that have ended; call it once all that they left is taken up."""
    for name in names:
        (_folder() / name).unlink(missing_ok=True)


def _folder() -> Path:
    folder = Path(settings.WORKERS_FOLDER)
    folder.mkdir(parents=True, exist_ok=True)
    return folder
