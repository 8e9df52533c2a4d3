"""A line between a client and the server under test, which can be cut after so many bytes."""

from __future__ import annotations

import contextlib
import socket
import threading
from collections.abc import Iterator
from urllib.parse import urlsplit

PIECE = 4096  # Bytes passed on at once, so that a cut is never far from where it was wanted.


class Line:
    """Listens on a port of its own and passes everything on, in both directions.

    ``cut_after(n)`` breaks the connection that carries the nth byte from now on towards
    the server. What the client sends next finds the line mended, unless it is to stay
    ``dead`` until ``mend()``.
    """

    def __init__(self, server: str) -> None:
        there = urlsplit(server)
        self._there = (there.hostname or "", there.port or 0)
        self._ears = socket.create_server(("127.0.0.1", 0))
        self.address = f"http://127.0.0.1:{self._ears.getsockname()[1]}"
        self._left: int | None = None
        self._lock = threading.Lock()
        self._dies = self._dead = False
        self._open: list[socket.socket] = []
        self.cuts = 0
        threading.Thread(target=self._listen, daemon=True).start()

    def cut_after(self, count: int, *, dead: bool = False) -> None:
        with self._lock:
            self._left, self._dies = count, dead

    def die(self) -> None:
        """At once, for everybody on it, until it is mended."""
        with self._lock:
            self._dead = True
        _hang_up(*self._open)

    def mend(self) -> None:
        with self._lock:
            self._dead = False

    def close(self) -> None:
        with contextlib.suppress(OSError):
            self._ears.shutdown(socket.SHUT_RDWR)
        self._ears.close()

    def _listen(self) -> None:
        while True:
            try:
                client, _ = self._ears.accept()
            except OSError:
                return
            if self._dead:
                client.close()
                continue
            server = socket.create_connection(self._there)
            pair = (client, server)
            self._open += pair
            threading.Thread(target=self._up, args=pair, daemon=True).start()
            threading.Thread(target=_pass_on, args=(server, client), daemon=True).start()

    def _up(self, client: socket.socket, server: socket.socket) -> None:
        """From the client to the server, as far as the line holds."""
        with contextlib.suppress(OSError):
            while not self._dead and (piece := client.recv(PIECE)):
                allowed = self._allowed(len(piece))
                server.sendall(piece[:allowed])
                if allowed < len(piece):
                    break
        # A line that died carries nothing of anybody's, also of who is only listening.
        _hang_up(client, server, *(self._open if self._dead else ()))

    def _allowed(self, count: int) -> int:
        with self._lock:
            if self._left is None or self._left >= count:
                self._left = None if self._left is None else self._left - count
                return count
            allowed, self._left = self._left, None
            self.cuts += 1
            self._dead = self._dies
            return allowed


def _pass_on(source: socket.socket, target: socket.socket) -> None:
    with contextlib.suppress(OSError):
        while piece := source.recv(65536):
            target.sendall(piece)
    _hang_up(source, target)


def _hang_up(*ends: socket.socket) -> None:
    for end in ends:
        with contextlib.suppress(OSError):
            end.shutdown(socket.SHUT_RDWR)
        end.close()


@contextlib.contextmanager
def line_to(server: str) -> Iterator[Line]:
    line = Line(server)
    try:
        yield line
    finally:
        line.close()
