"""Log lines in which no invitation can be read.

Whoever reads a log must not be able to join a family with it. So the address of an
invitation is masked in the finished line, with whatever an error adds to it.
"""

from __future__ import annotations

import logging
import re

CODE = re.compile(r"(?P<door>/(?:join|agree)/)[^/\s\"'?#<>),]+")
"""What stands behind the door in an address, whether it is a code or not."""


def masked(line: str) -> str:
    return CODE.sub(r"\g<door>…", line)


class WithoutCodes(logging.Formatter):
    """Masks the line as it leaves, so that no logger and no traceback goes round it."""

    def format(self, record: logging.LogRecord) -> str:
        return masked(super().format(record))
