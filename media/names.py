"""What a file was called when it came: data, never a path, and never a disguise.

A name may be in any script and hold anything. It is kept so. On a screen the marks
that turn the direction of writing are left out: with one of them "exe.jpg" can be made
to look like "gpj.exe", and the other way round (Unicode Technical Report 36, section 3).
"""

import unicodedata
from typing import Final

LONGEST_NAME: Final = 255
"""Characters of a file's name that are kept."""

TURNING: Final = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
"""Marks, embeddings, overrides and isolates of Unicode's bidirectional algorithm."""

_WITHOUT = str.maketrans("", "", TURNING)


def kept_name(filename: str) -> str:
    """The last part of a name as it came, less what no database or screen can hold."""
    last = filename.replace("\\", "/").rsplit("/", 1)[-1]
    sound = last.encode("utf-8", "replace").decode("utf-8")
    printable = "".join(char for char in sound if unicodedata.category(char) != "Cc")
    return printable[:LONGEST_NAME]


def shown_name(filename: str) -> str:
    """The name for a screen, with its letters in the order that they are really in."""
    return filename.translate(_WITHOUT)
