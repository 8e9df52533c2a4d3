"""Started in place of a decoder: gives up power, then becomes the decoder.

A file from a stranger is only ever decoded by a child that was started through
this script, so the limits hold before the first byte is read. It imports nothing
of Django and is run with `python -I -S`, which keeps its start under 20 ms.

Usage: confine.py MEMORY CPU FILE_SIZE PROGRAM [ARGUMENT...]; bytes, seconds, bytes.
"""

import os
import resource
import signal
import sys

if __name__ == "__main__":
    # Isolated mode leaves this folder out of the path; `walls` is the one thing taken from it.
    sys.path.append(__file__.rpartition("/")[0])
    import walls  # type: ignore[import-not-found] # It is `media.walls`.
else:
    from media import walls


def _limit(what: int, amount: int) -> None:
    hard = resource.getrlimit(what)[1]
    amount = amount if hard == resource.RLIM_INFINITY else min(amount, hard)
    resource.setrlimit(what, (amount, amount))


def main(argv: list[str]) -> None:
    """Set the limits (setrlimit(2)) and the walls, and execute the program; never returns."""
    walls.die_with_parent(int(signal.SIGKILL))
    memory, cpu, file_size, program, *arguments = argv
    _limit(resource.RLIMIT_AS, int(memory))
    _limit(resource.RLIMIT_CPU, int(cpu))
    _limit(resource.RLIMIT_FSIZE, int(file_size))
    _limit(resource.RLIMIT_NOFILE, 256)
    _limit(resource.RLIMIT_CORE, 0)
    walls.raise_walls()
    os.execv(program, [program, *arguments])  # noqa: S606 - there is to be no shell.


if __name__ == "__main__":
    main(sys.argv[1:])
