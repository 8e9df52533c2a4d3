"""Asks a confined child to decode a file, and turns what it says into results."""

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from media.children import MAX_COMPLAINTS, Ended, Limits, run
from media.formats import FORMATS, Format
from media.recipes.hiding import NOTHING, Area, Hiding
from media.recipes.made import Outcome, Progress
from media.recipes.streams import Streams
from media.refusals import Refused

LIMITS = Limits(memory=4 * 1024**3, cpu=600, wall=900, file_size=1024**3)
PROBE_LIMITS = Limits(memory=2 * 1024**3, cpu=30, wall=60, file_size=MAX_COMPLAINTS)
"""It writes no file but its complaints, for which there has to be room."""

LOOK_LIMITS = Limits(memory=4 * 1024**3, cpu=30, wall=60, file_size=MAX_COMPLAINTS)
"""Somebody waits for it with a page open."""


class ChildFailed(Exception):
    """The child ended without an answer: a mistake in the program, not in the file."""


def make(
    source: Path, format: Format, into: Path, on_progress: Progress, hiding: Hiding = NOTHING
) -> Outcome:
    """Make the derivatives of a picture or a paper in a child; raises Refused, ChildFailed."""
    rest = (str(into), json.dumps(hiding.as_json()))
    heard = _ask("make", source, format, *rest, limits=LIMITS, on_progress=on_progress)
    texts = [heard["words"].get(page, "") for page in range(heard.get("pages", 0))]
    return Outcome.from_json({**heard["outcome"], "texts": texts})


def check(source: Path, format: Format) -> None:
    """Decode a picture, or open a paper, and keep nothing; raises Refused, ChildFailed."""
    _ask("check", source, format, limits=LIMITS)


def probe(source: Path, format: Format) -> Streams:
    """Read what a recording says about itself; raises Refused, ChildFailed."""
    return Streams(**_ask("probe", source, format, limits=PROBE_LIMITS)["streams"])


def faces(source: Path) -> list[Area]:
    """Where a clean JPEG seems to show a face; raises Refused, ChildFailed."""
    heard = _ask("faces", source, FORMATS["jpeg"], limits=LOOK_LIMITS)
    return [Area(**area) for area in heard["faces"]]


def finish(into: Path, outcome: Outcome, on_progress: Progress, hiding: Hiding) -> Outcome:
    """Open a recording that was made in `into` once more; raises Refused, ChildFailed.

    Returns the outcome with the poster that a film gets on the way.
    """
    said = (json.dumps(outcome.as_json()), json.dumps(hiding.as_json()))
    heard = _ask("finish", into, FORMATS["mp4"], *said, limits=LIMITS, on_progress=on_progress)
    return Outcome.from_json(heard["outcome"])


def _ask(
    verb: str,
    source: Path,
    format: Format,
    *rest: str,
    limits: Limits,
    on_progress: Progress = lambda percent: None,
) -> dict[str, Any]:
    heard: dict[str, Any] = {"progress": 0, "words": {}}
    command = [sys.executable, "-m", "media.recipes.child", verb, format.code, str(source), *rest]
    ended = run(
        command,
        limits=limits,
        on_line=_listener(heard, on_progress),
        on_beat=lambda: on_progress(heard["progress"]),
    )
    return _answer(heard, ended)


def _listener(heard: dict[str, Any], on_progress: Progress) -> Callable[[str], None]:
    def on_line(line: str) -> None:
        message = json.loads(line)
        if "words" in message:
            page = message["page"]
            heard["words"][page] = heard["words"].get(page, "") + message["words"]
            return
        heard.update(message)
        if "progress" in message:
            on_progress(message["progress"])

    return on_line


def _answer(heard: dict[str, Any], ended: Ended) -> dict[str, Any]:
    """What was heard; a child that hit a limit has met a file that is too hard to open."""
    if "refused" in heard:
        raise Refused(heard["refused"])
    if ended.was_stopped or "MemoryError" in ended.complaints:
        raise Refused("too_hard")
    if ended.code != 0 or not {"outcome", "streams", "faces"} & heard.keys():
        raise ChildFailed(f"Exit code {ended.code}: {ended.complaints[-2000:]}")
    return heard
