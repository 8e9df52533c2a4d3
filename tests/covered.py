"""Whether the tests went through enough of the code, by lines and branches.

``python -m tests.covered FILE`` reads what slipcover wrote, prints what nobody went through,
and exits with 1 below a bound: 95 % of everything, 100 % of what keeps people safe.
"""

from __future__ import annotations

import json
import sys
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

BOUND = 95.0
WHOLE = (
    "stories/lifecycle/*",
    "stories/publication.py",
    "stories/access.py",
    "families/consent.py",
)
"""Files of which every line and branch is gone through."""


def percent(files: list[dict[str, Any]]) -> float:
    """Of all lines and branches of these files those that were gone through; 100 of nothing."""
    summaries = [file["summary"] for file in files]
    covered, missing = (
        sum(each[f"{kind}_lines"] + each[f"{kind}_branches"] for each in summaries)
        for kind in ("covered", "missing")
    )
    return 100 * covered / (covered + missing) if covered + missing else 100.0


def missed(file: dict[str, Any]) -> str:
    """The lines, and the branches as from->to, that nobody went through."""
    branches = (f"{start}->{end}" for start, end in file.get("missing_branches", ()))
    return ", ".join([*map(str, file["missing_lines"]), *branches])


def faults(files: dict[str, dict[str, Any]]) -> list[str]:
    """What is below its bound, as sentences; a pattern that fits no file is one as well."""
    found = []
    if (whole := percent(list(files.values()))) < BOUND:
        found.append(f"The tests go through {whole:.2f} % of the code, and {BOUND:.0f} are asked.")
    for pattern in WHOLE:
        names = [name for name in files if fnmatch(name, pattern)]
        if not names:
            found.append(f"No file is named {pattern}.")
        found += [f"Not all of {n}: {m}" for n in names if (m := missed(files[n]))]
    return found


def main(path: str) -> int:
    files = json.loads(Path(path).read_text())["files"]
    for name, file in sorted(files.items()):
        if missing := missed(file):
            sys.stdout.write(f"{name} {percent([file]):.0f} %: {missing}\n")
    sys.stdout.write(f"Gone through: {percent(list(files.values())):.2f} %\n")
    wrong = faults(files)
    sys.stdout.write("".join(f"{sentence}\n" for sentence in wrong))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
