"""Sets a sheet as a PDF. The words go in as data, so nothing in them is taken for markup."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import typst

FOLDER = Path(__file__).parent


def pdf(template: str, data: Mapping[str, Any], files: Mapping[str, bytes] | None = None) -> bytes:
    """The PDF of ``template``.typ, which reads ``data.json`` and `files` beside itself.

    Typst sees nothing but that folder, and no template names a package, so nothing is
    fetched. Raises ``typst.TypstError`` for a template that does not fit its data.
    """
    with TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "sheet.typ").write_bytes((FOLDER / f"{template}.typ").read_bytes())
        (folder / "data.json").write_text(json.dumps(data), encoding="utf-8")
        for file, content in (files or {}).items():
            (folder / file).write_bytes(content)
        made: bytes = typst.compile(str(folder / "sheet.typ"), root=name)
        return made
