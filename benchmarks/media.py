"""What it costs to be careful: a film, a photograph and an hour of speech, beside bare tools.

`make bench`, or `python -m benchmarks.media [film|photo|speech|afternoon]… [--times N]`. It takes
some minutes, and means something only on a machine that does nothing else.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

from benchmarks import bare, samples
from benchmarks.measured import HEADINGS, ROOT, Command, Run, beside, row, run, say

Bare = Callable[[Path, Path], list[Command]]

CASES: dict[str, tuple[str, str, Callable[[Path], Path], Bare]] = {
    "film": ("a minute of 1080p film", "film.mp4", samples.film, bare.film),
    "photo": ("a photograph of 12 MP", "photo.jpg", samples.photo, bare.photo),
    "speech": ("an hour of speech", "speech.m4a", samples.speech, bare.speech),
    "afternoon": ("three hours of speech", "afternoon.m4a", samples.afternoon, bare.speech),
}
USUAL = ("film", "photo", "speech")
"""What is measured unless something else is asked for."""


def main() -> None:
    """Measure what was asked for, and print one line each."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("cases", nargs="*", metavar="CASE", choices=[*CASES, []])
    asked.add_argument("--times", type=int, default=3)
    options = asked.parse_args()
    with tempfile.TemporaryDirectory(dir=os.environ.get("VAR")) as folder:
        say(HEADINGS)
        for case in options.cases or USUAL:
            measure(case, Path(folder), options.times)


def measure(case: str, folder: Path, times: int) -> None:
    """Print the line of one case."""
    title, name, make, by_hand = CASES[case]
    source = make(folder / name)
    into = folder / f"bare-{case}"
    into.mkdir()
    commands = by_hand(source, into)
    say(row(title, *beside(partial(ours, source, folder), partial(run, *commands), times)))


def ours(source: Path, folder: Path) -> Run:
    """One run of the archive's own pipeline, in a process and an archive of its own."""
    with tempfile.TemporaryDirectory(dir=folder) as var:
        done = subprocess.run(  # noqa: S603 - ours.
            [sys.executable, "-m", "benchmarks.ours", str(source)],
            cwd=ROOT,
            env=os.environ | {"VAR": var},
            capture_output=True,
            check=True,
        )
    return Run(*json.loads(done.stdout)[0])


if __name__ == "__main__":
    main()
