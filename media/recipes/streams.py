"""What a recording says about itself, as a child tells it to whoever asked."""

from dataclasses import asdict, dataclass
from typing import Any

from media.formats import Kind


@dataclass(frozen=True)
class Streams:
    """The first film and sound streams: pixels as shown (upright, square), seconds if stated.

    `estimated` says that the seconds are only a guess from the size of the file; `rate` is
    in frames a second, and None where it is unknown or unsteady; `hdr` is the transfer of a
    film brighter than a screen. `film_at` and `sound_at` number the streams in the file.
    """

    has_sound: bool = False
    width: int | None = None
    height: int | None = None
    duration: float | None = None
    estimated: bool = False
    channels: int | None = None
    rate: float | None = None
    interlaced: bool = False
    hdr: str = ""
    film_at: int = 0
    sound_at: int = 0

    @property
    def kind(self) -> Kind:
        """Video where there is something to see; the cover of a song is not."""
        return Kind.VIDEO if self.width else Kind.AUDIO

    def as_json(self) -> dict[str, Any]:
        """The streams as a child writes them to its parent."""
        return asdict(self)
