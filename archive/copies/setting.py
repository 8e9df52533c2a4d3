"""Sets a sheet by typst, in a confined child with a bound on its time and its memory."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from media.children import Limits, run

FOLDER = Path(__file__).parent
LIMITS = Limits(memory=2 * 1024**3, cpu=40, wall=45, file_size=512 * 1024**2)
"""Somebody waits for it with a page open. A long showcase takes a few seconds."""


class NotSet(Exception):
    """Typst had not enough time or room, or met something that it cannot set."""


def pdf(template: str, data: Mapping[str, Any], files: Mapping[str, bytes], into: Path) -> Path:
    """The PDF of ``template``.typ, in the folder `into`. Words go in as data. Raises NotSet."""
    (into / "sheet.typ").write_bytes((FOLDER / f"{template}.typ").read_bytes())
    (into / "data.json").write_text(json.dumps(data), encoding="utf-8")
    for name, content in files.items():
        (into / name).write_bytes(content)
    ended = run([sys.executable, "-m", "archive.copies.child", str(into)], limits=LIMITS)
    if ended.code != 0 or ended.timed_out:
        raise NotSet(f"{template}: exit code {ended.code}. {ended.complaints[-2000:]}")
    return into / "sheet.pdf"
