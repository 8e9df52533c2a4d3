"""Asks a virus scanner about a file before anything is made of it.

The scanner is clamd (docs.clamav.net), spoken to by its INSTREAM command, so that it may
run as another user, on another machine, without a way to our files. Where none is set,
nothing is asked. Where one is, only its plain "OK" lets a file through: silence, an error
and an answer that makes no sense all mean that nothing is known yet.
"""

import contextlib
import socket
import struct
from collections.abc import Callable
from pathlib import Path
from typing import IO

import clamd
from django.conf import settings

from media.refusals import Refused

REFUSALS = frozenset({"virus", "too_big_to_check"})
"""Refusals after which a file may not be used, not even as it was used until now."""

PIECE = 64 * 1024
"""Bytes sent at once."""

NO_WORD = (OSError, clamd.ClamdError, UnicodeDecodeError, ValueError)


class NoAnswer(Exception):
    """The scanner is down, too slow or talks nonsense: the file has to wait."""


class Scanner(clamd.ClamdNetworkSocket):
    """The public client, patient for a time only, and sending every byte of a large piece."""

    def _init_socket(self) -> None:
        kind, _, path = settings.CLAMD.partition(":")
        self.timeout = settings.CLAMD_TIMEOUT
        if kind == "unix":
            self.clamd_socket = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
            self.clamd_socket.settimeout(self.timeout)
            try:
                self.clamd_socket.connect(path)
            except OSError:
                self.clamd_socket.close()
                raise
        else:
            host, _, port = settings.CLAMD.rpartition(":")
            self.clamd_socket = socket.create_connection((host, int(port)), timeout=self.timeout)

    def verdict(self, file: IO[bytes], on_beat: Callable[[], None]) -> str:
        """OK, FOUND or ERROR; raises ClamdError, OSError or ValueError for anything else."""
        self._init_socket()
        with self.clamd_socket:
            # It hangs up on what is too long, and says so first.
            with contextlib.suppress(BrokenPipeError, ConnectionResetError):
                self._send(file, on_beat)
            return self._understood(self._recv_response())

    def _send(self, file: IO[bytes], on_beat: Callable[[], None]) -> None:
        self._send_command("INSTREAM")
        while piece := file.read(PIECE):
            on_beat()
            self.clamd_socket.sendall(struct.pack("!L", len(piece)) + piece)
        self.clamd_socket.sendall(struct.pack("!L", 0))

    def _understood(self, said: str) -> str:
        if "size limit exceeded" in said:
            raise clamd.BufferTooLongError(said)
        _, _, status = self._parse_response(said)
        return str(status)


def is_wanted() -> bool:
    """Whether this archive has a scanner."""
    return bool(settings.CLAMD)


def check(path: Path, on_beat: Callable[[], None] = lambda: None) -> None:
    """Return if the file is clean or nobody is to be asked; raises Refused, NoAnswer."""
    if not is_wanted():
        return
    if path.stat().st_size > settings.CLAMD_LARGEST:
        raise Refused("too_big_to_check")
    verdict = _asked(path, on_beat)
    if verdict == "FOUND":
        raise Refused("virus")
    if verdict != "OK":
        raise NoAnswer("It could not read the file.")


def _asked(path: Path, on_beat: Callable[[], None]) -> str:
    with path.open("rb") as file:
        try:
            return Scanner().verdict(file, on_beat)
        except clamd.BufferTooLongError as error:
            raise Refused("too_big_to_check") from error
        except NO_WORD as error:
            raise NoAnswer(f"{type(error).__name__}: {error}"[:400]) from error
