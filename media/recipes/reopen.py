"""Opens a finished recording once more, as a player would, before anybody is shown it.

We wrote it, but what is in it came from a stranger, so this too runs in a confined child.
"""

from dataclasses import replace
from pathlib import Path

import av

from media.formats import FORMATS, Kind
from media.recipes import posters
from media.recipes.hiding import Hiding
from media.recipes.made import Made, Outcome
from media.recipes.probe import opening, probe

SLACK = 0.25
"""Seconds by which the finished file may differ from what was decoded."""


def finish(into: Path, outcome: Outcome, hiding: Hiding) -> Outcome:
    """Look at every file of a recording, and give a film its poster; raises ValueError."""
    seconds = outcome.duration or 0.0
    for made in outcome.made:
        reopen(into / made.name, kind=_kind(made), seconds=seconds, size=_size(made))
    first = outcome.made[0]
    if _kind(first) is Kind.AUDIO:
        return outcome
    poster = posters.make(into / first.name, into, hiding.passages)
    return replace(
        outcome,
        made=(*outcome.made, poster.made),
        placeholder=poster.placeholder,
        colour=poster.colour,
    )


def _kind(made: Made) -> Kind:
    return Kind.AUDIO if made.content_type == "audio/mp4" else Kind.VIDEO


def _size(made: Made) -> tuple[int, int] | None:
    return (made.width, made.height) if made.width and made.height else None


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
