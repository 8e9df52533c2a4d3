"""Opens a finished recording once more, as a player would, before anybody is shown it."""

from pathlib import Path

import av

from media.formats import FORMATS, Kind
from media.recipes.probe import opening, probe

SLACK = 0.25
"""Seconds by which the finished file may differ from what was decoded."""


def reopen(path: Path, *, kind: Kind, seconds: float, size: tuple[int, int] | None = None) -> None:
    """Raise ValueError unless the file is of this kind, length (seconds) and size (pixels)."""
    streams = probe(path, FORMATS["mp4"])
    if streams.kind is not kind:
        raise ValueError(f"{path.name} is {streams.kind}, not {kind}.")
    if abs((streams.duration or 0) - seconds) > SLACK:
        raise ValueError(f"{path.name} lasts {streams.duration} s, not {seconds} s.")
    if size and (streams.width, streams.height) != size:
        raise ValueError(f"{path.name} is {streams.width} x {streams.height}, not {size}.")
    _decode_the_end(path)


def _decode_the_end(path: Path) -> None:
    with av.open(str(path), format="mov", options=opening(FORMATS["mp4"])) as container:
        container.seek(max(0, int((container.duration or 0) - av.time_base)))
        if next(container.decode(container.streams[0]), None) is None:
            raise ValueError(f"{path.name} has an end that does not play.")
