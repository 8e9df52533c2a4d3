"""A web server of its own, with its database and files, that can be killed and started again."""

from __future__ import annotations

import http.client
import os
import signal
import socket
import sqlite3
import subprocess
import sys
import time
from contextlib import closing, suppress
from pathlib import Path

from django.conf import settings
from django.db import connection

ROOT = Path(__file__).parents[3]
PATIENCE = 30
"""Seconds that a slow machine may take before something counts as missing."""


class Receiver:
    """Forks its servers from one process that has Django loaded; the port stays the same."""

    def __init__(self, var: Path) -> None:
        self.var = var
        with socket.create_server(("127.0.0.1", 0)) as found:
            self.port: int = found.getsockname()[1]
        self.server = 0
        environment = {**os.environ, "VAR": str(var), "SECRET_KEY": settings.SECRET_KEY}
        environment |= {"DJANGO_SETTINGS_MODULE": "config.settings.laptop", "DATABASE_URL": ""}
        self._nursery = subprocess.Popen(
            [sys.executable, "-m", "tests.media.servers"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            cwd=ROOT,
            env=environment,
        )

    def know_what_the_test_knows(self) -> None:
        """Take over the database of the test, as it is now."""
        with closing(sqlite3.connect(self.var / "archive.sqlite3")) as copy:
            connection.ensure_connection()
            connection.connection.backup(copy)

    def start(self) -> None:
        """Return once it answers."""
        self.server = int(self._ask(f"serve {self.port}"))
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
            with closing(line), suppress(OSError, http.client.HTTPException):
                line.request("OPTIONS", "/desk/uploads/")
                line.getresponse().read()
                return
            time.sleep(0.005)
        raise TimeoutError("The server did not come up.")

    def kill(self) -> None:
        """At once, with no time to tidy up."""
        os.killpg(self.server, signal.SIGKILL)
        self._ask(f"bury {self.server}")
        self.server = 0

    def sweep(self) -> None:
        self._ask("sweep")

    def peak(self) -> int:
        """Bytes of memory that the process that receives has ever held (Linux, /proc)."""
        children = Path(f"/proc/{self.server}/task/{self.server}/children").read_text()
        status = Path(f"/proc/{children.split()[0]}/status").read_text()
        return int(status.partition("VmHWM:")[2].split()[0]) * 1024

    def rows(self, query: str) -> list[tuple[object, ...]]:
        with closing(sqlite3.connect(self.var / "archive.sqlite3")) as database:
            return database.execute(query).fetchall()

    def close(self) -> None:
        if self.server:
            self.kill()
        assert self._nursery.stdin is not None and self._nursery.stdout is not None
        self._nursery.stdin.close()
        self._nursery.wait(PATIENCE)
        self._nursery.stdout.close()

    def _ask(self, line: str) -> str:
        assert self._nursery.stdin is not None and self._nursery.stdout is not None
        self._nursery.stdin.write(line + "\n")
        self._nursery.stdin.flush()
        return self._nursery.stdout.readline().strip()
