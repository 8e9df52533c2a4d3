"""Sets a sheet as a PDF or a picture. The words go in as data, so none is taken for markup."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import typst

FOLDER = Path(__file__).parent

DOTS = 110.0
"""Dots an inch of a picture: an A5 card is 909 pixels wide, sharp on a phone and light to send."""


def pdf(
    template: str,
    data: Mapping[str, Any],
    files: Mapping[str, bytes] | None = None,
    *,
    folder: Path = FOLDER,
) -> bytes:
    """The PDF of ``template``.typ in `folder`, which reads ``data.json`` and `files` beside itself.

    Typst sees nothing but those, and no template names a package, so nothing is
    fetched. Raises ``typst.TypstError`` for a template that does not fit its data.
    """
    with _laid_out(folder / f"{template}.typ", data, files or {}) as sheet:
        made: bytes = typst.compile(str(sheet), root=str(sheet.parent))
        return made


def picture(
    template: str,
    data: Mapping[str, Any],
    files: Mapping[str, bytes] | None = None,
    *,
    folder: Path = FOLDER,
) -> bytes:
    """The same sheet as a PNG; it has to fit on one page."""
    with _laid_out(folder / f"{template}.typ", data, files or {}) as sheet:
        made: bytes = typst.compile(str(sheet), root=str(sheet.parent), format="png", ppi=DOTS)
        return made


@contextmanager
def _laid_out(
    template: Path, data: Mapping[str, Any], files: Mapping[str, bytes]
) -> Iterator[Path]:
    """The template with all that it reads, alone in a folder."""
    with TemporaryDirectory() as name:
        desk = Path(name)
        (desk / "sheet.typ").write_bytes(template.read_bytes())
        (desk / "data.json").write_text(json.dumps(data), encoding="utf-8")
        for file, content in files.items():
            (desk / file).write_bytes(content)
        yield desk / "sheet.typ"
