"""Started in place of a decoder: gives up power, then becomes the decoder.

A file from a stranger is only ever decoded by a child that was started through
this script, so the limits hold before the first byte is read. It imports nothing
of the project and is run with `python -I -S`, which keeps its start under 20 ms.

Usage: confine.py MEMORY CPU FILE_SIZE PROGRAM [ARGUMENT...]; bytes, seconds, bytes.
"""

import ctypes
import os
import resource
import signal
import sys

PR_SET_PDEATHSIG = 1


def _limit(what: int, amount: int) -> None:
    hard = resource.getrlimit(what)[1]
    amount = amount if hard == resource.RLIM_INFINITY else min(amount, hard)
    resource.setrlimit(what, (amount, amount))


def _die_with_parent() -> None:
    """A decoder must not go on alone when its worker is killed (prctl(2), Linux only)."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, int(signal.SIGKILL))


def main(argv: list[str]) -> None:
    """Set the limits (setrlimit(2)) and execute the program; never returns."""
    _die_with_parent()
    memory, cpu, file_size, program, *arguments = argv
    _limit(resource.RLIMIT_AS, int(memory))
    _limit(resource.RLIMIT_CPU, int(cpu))
    _limit(resource.RLIMIT_FSIZE, int(file_size))
    _limit(resource.RLIMIT_NOFILE, 256)
    _limit(resource.RLIMIT_CORE, 0)
    os.execv(program, [program, *arguments])  # noqa: S606 - there is to be no shell.


if __name__ == "__main__":
    main(sys.argv[1:])
