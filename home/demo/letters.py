"""The demonstration's letters: Word files with a page for each, made once into a folder."""

import io
from pathlib import Path
from textwrap import dedent
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import docx
from docx.shared import Pt

from home.demo.content.letters import LETTERS
from home.demo.finished import finished

_LONG_AGO = (1980, 1, 1, 0, 0, 0)
"""The first date a ZIP file can hold, so that the same words make the same bytes."""


def make(name: str, folder: Path) -> Path:
    """Return the DOCX of some letters, made now if the folder has none; raises KeyError."""
    path = folder / f"{name}.docx"
    if not path.exists():
        title, pages = LETTERS[name]
        with finished(path) as part:
            part.write_bytes(_undated(_typed(title, pages)))
    return path


def _typed(title: str, pages: tuple[str, ...]) -> bytes:
    document = docx.Document()
    document.core_properties.author = ""
    document.core_properties.comments = ""
    document.styles["Normal"].paragraph_format.space_after = Pt(10)
    document.add_heading(title, 0)
    for number, page in enumerate(pages):
        for place, paragraph in enumerate(dedent(page).strip().split("\n\n")):
            typed = document.add_paragraph(" ".join(paragraph.split()))
            typed.paragraph_format.page_break_before = number > 0 and place == 0
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def _undated(packed: bytes) -> bytes:
    """The same members without the time at which they were packed."""
    file = io.BytesIO()
    with ZipFile(io.BytesIO(packed)) as was, ZipFile(file, "w") as now:
        for name in was.namelist():
            now.writestr(ZipInfo(name, _LONG_AGO), was.read(name), ZIP_DEFLATED)
    return file.getvalue()
