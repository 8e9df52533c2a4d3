"""Many visitors at once, none of whom has a session: requests a second, and how long each took."""

from __future__ import annotations

import selectors
import socket
import statistics
import time
from dataclasses import dataclass

AT_ONCE = 4
PIECE = 65_536  # bytes


@dataclass(frozen=True)
class Visit:
    """Answers in a second; milliseconds that half, and nineteen of twenty, had to wait at most."""

    rate: float
    p50: float
    p95: float
    size: int


class Crowd:
    """Visitors who ask for one address again and again, and hang up after each answer."""

    def __init__(self, port: int, address: str) -> None:
        self.port, self.address = port, address
        said = f"GET {address} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nAccept-Encoding: gzip\r\n"
        self.asks = f"{said}Connection: close\r\n\r\n".encode()
        self.open = selectors.DefaultSelector()
        self.took: list[float] = []
        self.size = 0

    def visit(self, seconds: float) -> Visit:
        """Raises RuntimeError for any answer that is no page."""
        began = time.perf_counter()
        for _ in range(AT_ONCE):
            self._ask()
        while (now := time.perf_counter()) < began + seconds or not self.took:
            for key, _ in self.open.select(1):
                self._hear(key, again=now < began + seconds)
        spent = time.perf_counter() - began
        while self.open.get_map():
            for key, _ in self.open.select(1):
                self._hear(key, again=False)
        milliseconds = sorted(1000 * each for each in self.took)
        cut = statistics.quantiles(milliseconds, n=20) if len(milliseconds) > 1 else milliseconds
        return Visit(len(milliseconds) / spent, statistics.median(milliseconds), cut[-1], self.size)

    def _ask(self) -> None:
        line = socket.create_connection(("127.0.0.1", self.port))
        line.sendall(self.asks)
        self.open.register(line, selectors.EVENT_READ, [time.perf_counter(), b"", 0])

    def _hear(self, key: selectors.SelectorKey, *, again: bool) -> None:
        line: socket.socket = key.fileobj  # type: ignore[assignment]
        piece = line.recv(PIECE)
        if piece:
            key.data[1] = key.data[1] or piece
            key.data[2] += len(piece)
            return
        if not key.data[1].startswith(b"HTTP/1.1 200"):
            raise RuntimeError(f"{self.address}: {key.data[1][:200]!r}")
        self.took.append(time.perf_counter() - key.data[0])
        self.size = key.data[2]
        self.open.unregister(line)
        line.close()
        if again:
            self._ask()
