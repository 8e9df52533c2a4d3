"""A PostgreSQL of our own for the length of the tests: its own folder, port and password.

No service of the machine is touched, and nothing is skipped: where PostgreSQL is
missing the tests fail and say what to install.
"""

from __future__ import annotations

import os
import pwd
import secrets
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

HURRY = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off"
"""What a database that is thrown away need not wait for."""


@contextmanager
def cluster() -> Iterator[str]:
    """The ``DATABASE_URL`` of a running, empty cluster."""
    account = _account()
    folder = Path(tempfile.mkdtemp(prefix="wdytya-postgresql-"))
    password, port = secrets.token_urlsafe(16), _free_port()
    words = folder / "password"
    words.write_text(password)
    if account is not None:
        for path in (folder, words):
            shutil.chown(path, account)
    data = folder / "data"
    try:
        _run(
            account,
            *("initdb", "-D", data, "-U", "archive", "-E", "UTF8", "--locale=C.UTF-8"),
            *("--auth=scram-sha-256", f"--pwfile={words}", "--no-sync"),
        )
        options = f"-p {port} -k {folder} -h 127.0.0.1 {HURRY}"
        control = ("pg_ctl", "-D", data, "-l", folder / "log")
        _run(account, *control, "-w", "-o", options, "start")
        try:
            yield f"postgresql://archive:{password}@127.0.0.1:{port}/archive"
        finally:
            _run(account, *control, "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _account() -> str | None:
    """PostgreSQL refuses to run as root, so root lends it the account of Debian's package."""
    if os.geteuid() != 0:
        return None
    known = {entry.pw_name for entry in pwd.getpwall()}
    return "postgres" if "postgres" in known else "nobody"


def _run(account: str | None, program: str, *arguments: str | Path) -> None:
    """Run one of PostgreSQL's programs; what it said is shown if it failed."""
    done = subprocess.run(
        [_program(program), *arguments],
        user=account,
        group=pwd.getpwnam(account).pw_gid if account else None,
        extra_groups=[] if account else None,
        cwd="/",
        env={"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE if program == "initdb" else subprocess.DEVNULL,
        stderr=subprocess.STDOUT if program == "initdb" else subprocess.DEVNULL,
        text=True,
        check=False,
    )
    if done.returncode:
        pytest.fail(f"{program} failed: {done.stdout or 'see its log'}")


def _program(name: str) -> str:
    """Where Debian keeps it, the newest first, or wherever the path says."""
    kept = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"), reverse=True)
    found = str(kept[0]) if kept else shutil.which(name)
    if found is None:
        pytest.fail("PostgreSQL is missing. Install it: sudo apt-get install postgresql")
    return found


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
        return port
