"""The program that a confined child runs: `python -m media.recipes.child VERB …`.

It speaks one JSON object a line: `progress` (per cent), then `outcome`, `streams`,
`faces` or `refused` (a code of `media/refusals.py`). Anything else is a failure of the
child. There is no Django here, so a decoder that is taken over has no database,
no settings and no secrets to read.
"""

import json
import sys
from collections.abc import Callable
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

from media.formats import FORMATS, Format, Kind
from media.recipes.hiding import Hiding
from media.recipes.made import Outcome, Progress
from media.refusals import Refused

PART = 2000
"""Letters in one message, each of up to 12 bytes; a line may have 64 KiB."""


def main(argv: list[str]) -> int:
    """Do as told and say how it went; returns the exit code, which is 0 for a refusal too."""
    verb, code, source, *rest = argv
    try:
        say(**VERBS[verb](FORMATS[code], Path(source), *rest))
    except Refused as refused:
        say(refused=refused.code)
    return 0


def say(**message: Any) -> None:
    """Write one message for the parent."""
    sys.stdout.write(json.dumps(message) + "\n")
    sys.stdout.flush()


def _make(format: Format, source: Path, into: str, hidden: str) -> dict[str, Any]:
    hiding = Hiding.from_json(json.loads(hidden))

    def on_progress(percent: int) -> None:
        say(progress=percent)

    outcome = _made(format, source, Path(into), on_progress, hiding)
    for page, text in enumerate(outcome.texts):
        _say_words(page, text)
    return {"outcome": replace(outcome, texts=()).as_json(), "pages": len(outcome.texts)}


def _say_words(page: int, text: str) -> None:
    """A page says more than fits on one line, so its words go before the outcome, in parts."""
    for start in range(0, len(text), PART):
        say(page=page, words=text[start : start + PART])


def _made(
    format: Format, source: Path, into: Path, on_progress: Progress, hiding: Hiding
) -> Outcome:
    from media.recipes import papers, pictures

    recipe = papers.make if format.kind is Kind.DOCUMENT else pictures.make
    return recipe(source, format, into, on_progress, hiding)


def _check(format: Format, source: Path) -> dict[str, Any]:
    from media.recipes import papers, pictures

    (papers if format.kind is Kind.DOCUMENT else pictures).check(source, format)
    return {"outcome": Outcome().as_json()}


def _probe(format: Format, source: Path) -> dict[str, Any]:
    from media.recipes import probe

    return {"streams": probe.probe(source, format).as_json()}


def _finish(format: Format, into: Path, outcome: str, hidden: str) -> dict[str, Any]:
    from media.recipes import reopen

    made = Outcome.from_json(json.loads(outcome))
    hiding = Hiding.from_json(json.loads(hidden))
    return {"outcome": reopen.finish(into, made, hiding).as_json()}


def _faces(format: Format, source: Path) -> dict[str, Any]:
    from media.recipes import faces

    return {"faces": [asdict(area) for area in faces.seen(source)]}


VERBS: dict[str, Callable[..., dict[str, Any]]] = {
    "make": _make,
    "check": _check,
    "probe": _probe,
    "finish": _finish,
    "faces": _faces,
}

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
