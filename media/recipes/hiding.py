"""What of an item must not be shown: a face in a picture, a passage of what is said.

The original keeps both under lock. Every derivative is made without them, so nobody
has to remember to leave them out later.
"""

from dataclasses import asdict, dataclass, field
from typing import Any

HAIR = 0.001
"""What is lost where a box is shown in per cent with one digit after the point."""


@dataclass(frozen=True)
class Area:
    """A box in an upright picture; all four are shares of its width and height, 0 to 1."""

    left: float
    top: float
    width: float
    height: float

    def covers(self, other: "Area") -> bool:
        """Whether the other box lies within this one, to a thousandth of the picture."""
        return (
            self.left <= other.left + HAIR
            and self.top <= other.top + HAIR
            and self.left + self.width >= other.left + other.width - HAIR
            and self.top + self.height >= other.top + other.height - HAIR
        )

    def is_over(self, other: "Area") -> bool:
        """Whether the middle of the other box lies within this one."""
        across = other.left + other.width / 2 - self.left
        down = other.top + other.height / 2 - self.top
        return 0 <= across <= self.width and 0 <= down <= self.height


@dataclass(frozen=True)
class Passage:
    """A stretch of a recording that is bleeped; seconds from its beginning."""

    start: float
    end: float


@dataclass(frozen=True)
class Hiding:
    """Everything that a recipe has to leave out of one item."""

    areas: tuple[Area, ...] = field(default=())
    passages: tuple[Passage, ...] = field(default=())

    def as_json(self) -> dict[str, Any]:
        """As the parent tells it to a confined child."""
        return asdict(self)

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> "Hiding":
        """As the child hears it."""
        return cls(
            tuple(Area(**area) for area in data["areas"]),
            tuple(Passage(**passage) for passage in data["passages"]),
        )


NOTHING = Hiding()
