"""The picture of every film: upright, steady, even-sided, and in the colours of a screen.

A phone of today films brighter than a screen can show (HLG, PQ: ITU-R BT.2100). Shown
as it is, such a film looks grey on everything else, so its tones are mapped down.
"""

from dataclasses import dataclass

from media.bounds import MAX_PIXELS
from media.recipes.streams import Streams
from media.refusals import Refused

Size = tuple[int, int]
"""Pixels across and down."""

BOX: Size = (1280, 720)
"""The longer side and the shorter side at most, however the phone was held."""

LARGE_BOX: Size = (1920, 1080)

FASTEST = 60
"""Frames a second that are kept as they are; faster, unknown or unsteady ones become `STEADY`."""

STEADY = 30


@dataclass(frozen=True)
class Screen:
    """What is shown of a film, in one size or in two; `large` is None where there is no more."""

    streams: Streams
    size: Size
    large: Size | None = None

    @property
    def sizes(self) -> list[Size]:
        """Every size that is made, the large one last."""
        return [self.size] if self.large is None else [self.size, self.large]

    def graph(self, *labels: str) -> str:
        """The filter graph from the recording to each label, one for each of `sizes`.

        Decoded, steadied and mapped once; the small picture is drawn from the large one.
        """
        steps = [*self._steadied(), *self._coloured(self.sizes[-1]), "setsar=1"]
        start = f"[0:{self.streams.film_at}]{','.join(steps)}"
        if self.large is None:
            return f"{start}[{labels[0]}]"
        small = f"[twice]scale={self.size[0]}:{self.size[1]},setsar=1[{labels[0]}]"
        return f"{start},split=2[{labels[1]}][twice];{small}"

    @property
    def rate(self) -> float:
        """Frames a second that are shown."""
        rate = self.streams.rate
        return rate if rate and rate <= FASTEST else STEADY

    def _steadied(self) -> list[str]:
        return [*(["yadif"] if self.streams.interlaced else []), f"fps={self.rate:.6g}"]

    def _coloured(self, size: Size) -> list[str]:
        """In the size wanted, and in 8 bits; light itself has to be scaled down, not its code."""
        if not self.streams.hdr:
            return [f"scale={size[0]}:{size[1]}:out_range=tv", "format=yuv420p"]
        seen = f"tin={self.streams.hdr}:min=2020_ncl:pin=2020"
        return [
            f"zscale=w={size[0]}:h={size[1]}:{seen}:t=linear:npl=100",
            "format=gbrpf32le",
            "zscale=p=709",
            "tonemap=hable:desat=0:peak=10",
            "zscale=t=709:m=709:r=limited",
            "format=yuv420p",
            "sidedata=delete",
        ]


def shown(streams: Streams) -> Screen:
    """How a film is shown; raises Refused for a size that cannot be."""
    small = fitted(streams, BOX)
    has_more = min(streams.width or 0, streams.height or 0) > BOX[1]
    return Screen(streams, small, fitted(streams, LARGE_BOX) if has_more else None)


def fitted(streams: Streams, box: Size = BOX) -> Size:
    """The largest even size in the box with the film's shape; never larger than the film."""
    width, height = streams.width or 0, streams.height or 0
    if width * height == 0:
        raise Refused("nothing_to_play")
    if width * height > MAX_PIXELS:
        raise Refused("too_many_pixels")
    scale = min(1.0, box[0] / max(width, height), box[1] / min(width, height))
    return _even(width * scale), _even(height * scale)


def _even(side: float) -> int:
    """H.264 with 4:2:0 colour has no odd sizes."""
    return max(2, round(side / 2) * 2)
