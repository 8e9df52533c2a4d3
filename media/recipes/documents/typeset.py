"""Sets a written document on pages, and finds out which words came to stand on which.

The words go to typst as data beside our own template. Typst reads nothing outside the
folder that it is given, and the template names no package, so nothing is fetched.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

import typst

from media.bounds import MAX_PAGES
from media.recipes.documents.direction import runs_leftwards
from media.recipes.documents.insets import inset
from media.recipes.documents.lacking import lacking
from media.recipes.documents.shape import Block, Paragraph, Picture, Run, Runs, Table, plain
from media.refusals import Refused

TEMPLATE: Final = Path(__file__).with_name("page.typ")
MOST_LETTERS: Final = 5000 * MAX_PAGES
"""More than fit on the pages that we take, so nothing is set in vain."""

MOST_BLOCKS: Final = 100 * MAX_PAGES
PIECE: Final = 8
LATER: Final = 80
"""Letters between two marks, unless one word is longer; marks take time, so in a very long
document, whose end is not shown page by page, they stand further apart."""

LONG: Final = 300_000
"""Letters on the pages that are shown one by one, at most."""

UNBROKEN: Final = 60
"""Letters of one word after which a line may end."""

NOTE: Final = "We could not draw every letter here. The words beside this picture have them all."

MOST_COLUMNS: Final = 12
MOST_PICTURES: Final = 100


@dataclass
class Manuscript:
    """What is given to typst, and each piece of it by its number, as it is read aloud."""

    folder: Path
    blocks: list[dict[str, Any]] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)
    letters: int = 0
    pictures: int = 0


def typeset(blocks: Iterable[Block], folder: Path) -> tuple[Path, list[str]]:
    """Write the pages as a PDF into `folder`; returns it with what each page says.

    Raises Refused for a document with nothing in it, or with far too much.
    """
    manuscript = Manuscript(folder)
    for block in blocks:
        _add(manuscript, block)
    if not any(piece.strip() for piece in manuscript.pieces) and not manuscript.pictures:
        raise Refused("empty")
    (folder / "said.json").write_text(json.dumps(manuscript.blocks), encoding="utf-8")
    (folder / "page.typ").write_text(TEMPLATE.read_text("utf-8"), encoding="utf-8")
    return _set(manuscript)


def _set(manuscript: Manuscript) -> tuple[Path, list[str]]:
    path = manuscript.folder / "typeset.pdf"
    fonts = typst.Fonts(include_system_fonts=True, include_embedded_fonts=True)
    compiler = _compiled(manuscript.folder, path, fonts, [])
    marks = json.loads(compiler.query("<at>", field="value"))
    if unset := lacking(path):
        # The note is in the margin, so every word stays where it stood.
        _compiled(manuscript.folder, path, fonts, unset)
    return path, _by_page(manuscript.pieces, marks)


def _compiled(folder: Path, path: Path, fonts: typst.Fonts, unset: list[int]) -> typst.Compiler:
    """Set the pages, with a note on those that lack a letter."""
    note = {"pages": unset, "words": NOTE}
    (folder / "unset.json").write_text(json.dumps(note), encoding="utf-8")
    compiler = typst.Compiler(str(folder / "page.typ"), root=str(folder), font_paths=fonts)
    compiler.compile(output=str(path))
    return compiler


def _by_page(pieces: list[str], marks: list[list[int]]) -> list[str]:
    """The words of each page; a piece stands where its last letter does."""
    pages = {piece: page for piece, page in marks}
    texts: dict[int, list[str]] = {}
    page = 1
    for number, piece in enumerate(pieces):
        page = max(page, pages.get(number, page))
        texts.setdefault(page, []).append(piece)
    return ["".join(texts.get(number, [])).strip() for number in range(1, page + 1)]


def _add(manuscript: Manuscript, block: Block) -> None:
    if isinstance(block, Picture):
        _add_picture(manuscript, block)
    elif isinstance(block, Paragraph):
        _add_paragraph(manuscript, block)
    else:
        _add_table(manuscript, block)
    if manuscript.letters > MOST_LETTERS or len(manuscript.blocks) > MOST_BLOCKS:
        raise Refused("too_many_pages")


def _add_paragraph(manuscript: Manuscript, block: Paragraph) -> None:
    said: dict[str, Any] = {"kind": "text", "rtl": runs_leftwards(plain(block.runs))}
    label = (Run(f"{block.label} "),) if block.label else ()
    if block.heading:
        said |= {"kind": "heading", "level": block.heading}
    elif label:
        said |= {"kind": "item", "indent": block.indent}
    said["label"] = _pieces(manuscript, label)
    said["pieces"] = _pieces(manuscript, block.runs)
    _end(manuscript, "\n" if label else "\n\n")
    manuscript.blocks.append(said)


def _add_table(manuscript: Manuscript, block: Table) -> None:
    columns = max((len(row) for row in block.rows), default=0)
    if columns > MOST_COLUMNS:
        for row in block.rows:
            _add_paragraph(manuscript, Paragraph(tuple(_strung(row))))
        return
    cells: list[list[list[Any]]] = []
    for row in block.rows:
        for number, cell in enumerate(row, start=1):
            cells.append(_pieces(manuscript, cell))
            _end(manuscript, "; " if number < len(row) else "")
        cells += [[] for _ in range(columns - len(row))]
        _end(manuscript, "\n")
    _end(manuscript, "\n")
    if cells and columns:
        rtl = runs_leftwards(" ".join(plain(cell) for row in block.rows for cell in row))
        said = {"kind": "table", "rtl": rtl, "columns": columns, "cells": cells}
        manuscript.blocks.append(said)


def _strung(row: tuple[Runs, ...]) -> Iterator[Run]:
    for number, cell in enumerate(row):
        yield from ([Run("; ")] if number else [])
        yield from cell


def _add_picture(manuscript: Manuscript, picture: Picture) -> None:
    name = f"picture-{manuscript.pictures}.jpg"
    width = (
        inset(picture, manuscript.folder / name) if manuscript.pictures < MOST_PICTURES else None
    )
    if width is None:
        _add_paragraph(manuscript, Paragraph((Run("[a picture]", italic=True),)))
        return
    manuscript.pictures += 1
    manuscript.pieces.append("[a picture]\n\n")
    mark = len(manuscript.pieces) - 1
    said = {"kind": "picture", "rtl": False, "file": name, "width": width, "mark": mark}
    manuscript.blocks.append(said)


def _pieces(manuscript: Manuscript, runs: Runs) -> list[list[Any]]:
    found: list[list[Any]] = []
    for run in runs:
        for words in _cut(run.text, PIECE if manuscript.letters < LONG else LATER):
            found.append([len(manuscript.pieces), _breakable(words), run.bold, run.italic])
            manuscript.pieces.append(words)
            manuscript.letters += len(words)
    return found


def _cut(words: str, length: int) -> Iterator[str]:
    """Pieces of whole words; a line break is a piece of its own."""
    for number, line in enumerate(words.split("\n")):
        if number:
            yield "\n"
        piece = ""
        for word in _kept_apart(line):
            if piece and len(piece) + len(word) > length:
                yield piece
                piece = ""
            piece += word
        if piece:
            yield piece


def _kept_apart(line: str) -> Iterator[str]:
    """The words of a line, each with the gap before it."""
    word = ""
    for char in line:
        if char == " " and word.strip():
            yield word
            word = ""
        word += char
    yield word


def _breakable(words: str) -> str:
    """A word as long as a line may be broken anywhere, so that it stays on the page."""
    if max(map(len, words.split(" "))) <= UNBROKEN:
        return words.replace("\t", "\u2003")
    return "\u200b".join(words)


def _end(manuscript: Manuscript, ending: str) -> None:
    """Say how a paragraph or a cell ends, for those who read the words and not the page."""
    if manuscript.pieces:
        manuscript.pieces[-1] = manuscript.pieces[-1] + ending
