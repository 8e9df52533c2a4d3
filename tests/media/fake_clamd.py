"""A scanner in a thread: it speaks INSTREAM on a Unix socket, and answers as it is told."""

from __future__ import annotations

import socket
import struct
import threading
from pathlib import Path

EICAR = rb"X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"
"""The industry's harmless test file (eicar.org); every scanner takes it for a virus."""


class FakeClamd:
    """`answer` is what it says, None to judge by the content; `received` is what it was sent.

    It hangs up after `most` bytes, as clamd does, and with `silent` it never answers.
    """

    def __init__(self, path: Path | None = None) -> None:
        self.answer: bytes | None = None
        self.silent = False
        self.most = 10**9
        self.received: list[bytes] = []
        self._server = socket.socket(socket.AF_UNIX if path else socket.AF_INET)
        self._server.bind(str(path) if path else ("127.0.0.1", 0))
        self._server.listen()
        port = None if path else self._server.getsockname()[1]
        self.address = f"unix:{path}" if path else f"127.0.0.1:{port}"
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    def close(self) -> None:
        self._over.set()
        self._server.shutdown(socket.SHUT_RDWR)
        self._server.close()
        self._thread.join(timeout=5)

    def _serve(self) -> None:
        while not self._over.is_set():
            try:
                caller, _ = self._server.accept()
            except OSError:
                return
            with caller, caller.makefile("rb") as sent:
                self._answer(caller, sent)

    def _answer(self, caller: socket.socket, sent) -> None:
        assert sent.readline() == b"nINSTREAM\n"
        content = b""
        while length := struct.unpack("!L", sent.read(4))[0]:
            content += sent.read(length)
            if len(content) > self.most:
                caller.sendall(b"INSTREAM size limit exceeded. ERROR\n")
                return
        self.received.append(content)
        if self.silent:
            self._over.wait(5)
            return
        found = b"Win.Test.EICAR_HDB-1 FOUND" if EICAR in content else b"OK"
        caller.sendall(b"stream: " + found + b"\n" if self.answer is None else self.answer)
