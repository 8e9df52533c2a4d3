"""Reads ODT: the words as LibreOffice prints them.

Only content.xml, styles.xml and the pictures are opened. Deleted words lie in
`tracked-changes`, remarks in `annotation`; both are passed over. OpenDocument 1.3 part 3.
"""

import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from xml.etree.ElementTree import Element

from media import packages
from media.recipes.documents import markup
from media.recipes.documents.markup import attribute, child, name
from media.recipes.documents.open_line import Line
from media.recipes.documents.open_styles import Look, Styles
from media.recipes.documents.shape import (
    A_PICTURE,
    Block,
    Paragraph,
    Picture,
    Run,
    Runs,
    Table,
    joined,
    plain,
)
from media.refusals import Refused

GONE = {"tracked-changes", "annotation", "annotation-end", "sequence-decls", "forms", "change"}
REPEATS = 20
"""Columns that one cell may stand for; a sheet says that it repeats to the edge of the world."""


def read(path: Path) -> Iterator[Block]:
    """The blocks of the document at `path`; raises Refused."""
    try:
        with packages.opened(path) as archive:
            yield from _read(archive)
    except zipfile.BadZipFile as error:
        raise Refused("broken") from error


def _read(archive: zipfile.ZipFile) -> Iterator[Block]:
    content = markup.parse(packages.member(archive, "content.xml"))
    common = packages.member(archive, "styles.xml")
    text = child(content, "body", "text")
    if text is None:
        raise Refused("broken")
    roots = [content, *([markup.parse(common)] if common else [])]
    story = Story(Styles(roots), archive)
    yield from story.blocks(text)
    for number, note in enumerate(story.notes, start=1):
        for block in story.blocks(note):
            if isinstance(block, Paragraph):
                yield Paragraph((Run(f"[{number}] "), *block.runs))


class Story:
    """Turns the body of a document into blocks, in reading order."""

    def __init__(self, styles: Styles, archive: zipfile.ZipFile) -> None:
        self.styles, self.archive = styles, archive
        self.notes: list[Element] = []
        self.ground = styles.page

    @contextmanager
    def on(self, element: Element) -> Iterator[None]:
        """While it is open, words stand on the ground of this element."""
        around = self.ground
        self.ground = self.styles.ground(attribute(element, "style-name"), around)
        yield
        self.ground = around

    def blocks(self, parent: Element) -> Iterator[Block]:
        for element in parent:
            kind = name(element)
            if kind in ("p", "h"):
                yield from self._paragraph(element)
            elif kind == "list":
                yield from self._list(element, attribute(element, "style-name"), 0)
            elif kind == "table":
                yield Table(tuple(self._rows(element)))
            elif kind == "frame":
                yield from self.framed(element)
            elif kind not in GONE and not _hidden_section(element):
                yield from self.blocks(element)

    def framed(self, frame: Element) -> Iterator[Block]:
        """A text box, or a picture; a picture of which a part is cut off is only named."""
        if attribute(frame, "display", "always") == "none":
            return
        if (box := child(frame, "text-box")) is not None:
            with self.on(frame):
                yield from self.blocks(box)
        elif (image := child(frame, "image")) is not None:
            cut = self.styles.is_cut(attribute(frame, "style-name"))
            where = attribute(image, "href").removeprefix("./")
            data = b"" if cut else packages.member(self.archive, where)
            yield Picture(data) if data else A_PICTURE

    def _paragraph(self, element: Element) -> Iterator[Block]:
        if attribute(element, "is-hidden") == "true":
            return
        line = Line(self)
        line.take(
            element, self.styles.look(attribute(element, "style-name"), Look(ground=self.ground))
        )
        runs = joined(line.runs)
        if plain(runs).strip():
            level = attribute(element, "outline-level", "1")
            heading = min(6, max(1, int(level))) if level.isdecimal() else 1
            yield Paragraph(runs, heading if name(element) == "h" else 0)
        yield from line.beside

    def _list(self, element: Element, style: str, level: int) -> Iterator[Block]:
        number = 0
        for item in markup.children(element, "list-item", "list-header"):
            number += name(item) == "list-item"
            label = self.styles.label(style, level, number)
            for part in item:
                if name(part) == "list":
                    own = attribute(part, "style-name", style)
                    yield from self._list(part, own, level + 1)
                    continue
                for block in self.blocks_of(part):
                    yield _labelled(block, label, level)
                    label = ""

    def blocks_of(self, element: Element) -> Iterator[Block]:
        """The blocks of one element rather than of those in it."""
        holder = Element("holder")
        holder.append(element)
        return self.blocks(holder)

    def _rows(self, table: Element) -> Iterator[tuple[Runs, ...]]:
        with self.on(table):
            for element in table:
                if name(element) == "table-row":
                    yield from self._row(element)
                elif name(element) in ("table-rows", "table-header-rows", "table-row-group"):
                    yield from self._rows(element)

    def _row(self, row: Element) -> Iterator[tuple[Runs, ...]]:
        if attribute(row, "visibility", "visible") == "visible":
            with self.on(row):
                yield tuple(self._cells(row))

    def _cells(self, row: Element) -> Iterator[Runs]:
        for cell in markup.children(row, "table-cell"):
            found: list[Run] = []
            with self.on(cell):
                for block in self.blocks(cell):
                    found += [*([Run("\n")] if found else []), *_runs(block)]
            times = attribute(cell, "number-columns-repeated", "1")
            for _ in range(min(REPEATS, int(times)) if times.isdecimal() else 1):
                yield joined(found)


def _labelled(block: Block, label: str, level: int) -> Block:
    if not isinstance(block, Paragraph):
        return block
    return Paragraph(block.runs, block.heading, label, min(level, 8))


def _runs(block: Block) -> list[Run]:
    """A block inside a cell, where there is room for words only."""
    if isinstance(block, Paragraph):
        return [Run(f"{block.label} "), *block.runs] if block.label else list(block.runs)
    if isinstance(block, Picture):
        return list(A_PICTURE.runs)
    return [Run(" ".join(plain(cell) for cell in row) + "\n") for row in block.rows]


def _hidden_section(element: Element) -> bool:
    return name(element) == "section" and attribute(element, "display", "true") != "true"
