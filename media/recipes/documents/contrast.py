"""Whether words can be told from the ground they stand on.

Somebody who writes white on white means that nobody reads it. Such words are left out, of
the picture of the page as of its text. Words on a ground that we do not know are shown.
"""

import re
from dataclasses import dataclass
from typing import Final

Colour = tuple[int, int, int]
"""Red, green and blue, 0 to 255."""

CONTRAST: Final = 24
"""Steps of grey between ink and ground that an eye can tell apart."""

WHITE: Final = (255, 255, 255)
HEX: Final = re.compile(r"#?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$", re.IGNORECASE)
NAMES: Final[dict[str, Colour]] = {
    "white": WHITE,
    "black": (0, 0, 0),
    "yellow": (255, 255, 0),
    "green": (0, 255, 0),
    "cyan": (0, 255, 255),
    "magenta": (255, 0, 255),
    "blue": (0, 0, 255),
    "red": (255, 0, 0),
    "lightgray": (192, 192, 192),
    "darkgray": (128, 128, 128),
}
"""The names that Word has for what a marker leaves, as far as they are light or well known."""


@dataclass(frozen=True)
class Ground:
    """What words stand on; without a colour where we cannot say which it is."""

    colour: Colour | None


PAPER: Final = Ground(WHITE)
UNKNOWN: Final = Ground(None)


def colour(words: str) -> Colour | None:
    """The colour of `#rrggbb`, `rrggbb` or a name; None for everything else, such as `auto`."""
    if found := HEX.match(words.strip()):
        red, green, blue = (int(part, 16) for part in found.groups())
        return red, green, blue
    return NAMES.get((words.split() or [""])[0].lower())


def ground(words: str) -> Ground:
    """The ground of that colour."""
    return Ground(colour(words))


def page(words: str) -> Ground:
    """The page: dark ones are not always printed, so nothing on those is called unseen."""
    return UNKNOWN if words and not is_unseen(colour(words), PAPER) else PAPER


def is_unseen(ink: Colour | None, behind: Ground) -> bool:
    """Whether ink of this colour cannot be told from what is behind it; None is automatic."""
    if ink is None or behind.colour is None:
        return False
    return abs(_grey(ink) - _grey(behind.colour)) < CONTRAST


def _grey(found: Colour) -> float:
    """ITU-R BT.601, as Pillow makes a picture grey."""
    red, green, blue = found
    return (299 * red + 587 * green + 114 * blue) / 1000
