"""Walks through the body of a DOCX: paragraphs, lists and tables that were not deleted."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from media.recipes.documents import word_colours
from media.recipes.documents.contrast import Ground
from media.recipes.documents.markup import attribute, child, children, name
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
from media.recipes.documents.word_line import GONE, Line
from media.recipes.documents.word_lists import Lists
from media.recipes.documents.word_styles import Styles, switch


@dataclass(frozen=True)
class Parts:
    """What the words of a document lean on."""

    styles: Styles
    lists: Lists
    pictures: dict[str, bytes]


class Story:
    """Turns the body of a document, or a note, into blocks."""

    def __init__(self, parts: Parts, ground: Ground) -> None:
        self.parts = parts
        self.footnotes: dict[str, int] = {}
        self.fields: list[str | None] = []
        self.ground = ground

    @contextmanager
    def on(self, ground: Ground) -> Iterator[None]:
        """While it is open, words stand on this ground."""
        around, self.ground = self.ground, ground
        yield
        self.ground = around

    def blocks(self, parent: Element) -> Iterator[Block]:
        """The blocks inside `parent`, in reading order."""
        for element in parent:
            kind = name(element)
            if kind == "p":
                yield from self._paragraph(element)
            elif kind == "tbl":
                yield Table(tuple(self._rows(element)))
            elif kind not in GONE:
                yield from self.blocks(element)

    def _paragraph(self, element: Element) -> Iterator[Block]:
        style = attribute(child(element, "pPr", "pStyle"), "val")
        line = Line(self, style, self.parts.styles.ground(element, self.ground))
        line.take(element)
        runs = joined(line.runs)
        own = child(element, "pPr", "numPr")
        marks = own if own is not None else self.parts.styles.listed(style)
        heading = self.parts.styles.heading(style)
        if plain(runs).strip():
            label, indent = ("", 0) if heading else self.parts.lists.label(marks)
            yield Paragraph(runs, heading, label, indent)
        yield from line.beside

    def _rows(self, table: Element) -> Iterator[tuple[Runs, ...]]:
        styles = self.parts.styles
        with self.on(styles.table_ground(table, self.ground)):
            for row in within_rows(table):
                cells = children(row, "tc")
                kept = (cell for cell in cells if child(cell, "tcPr", "cellDel") is None)
                yield tuple(self._cell(cell) for cell in kept)

    def _cell(self, cell: Element) -> Runs:
        found: list[Run] = []
        with self.on(word_colours.behind([child(cell, "tcPr")], self.ground)):
            for block in self.blocks(cell):
                found += [*([Run("\n")] if found else []), *_runs(block)]
        return joined(found)


def within_rows(table: Element) -> Iterator[Element]:
    """The rows of a table that are neither deleted nor hidden."""
    for element in table:
        if name(element) == "tr":
            properties = child(element, "trPr")
            if child(properties, "del") is None and not switch(properties, "hidden"):
                yield element
        elif name(element) in ("sdt", "sdtContent", "customXml", "ins"):
            yield from within_rows(element)


def _runs(block: Block) -> list[Run]:
    """A block inside a cell, where there is room for words only."""
    if isinstance(block, Paragraph):
        return [Run(f"{block.label} "), *block.runs] if block.label else list(block.runs)
    if isinstance(block, Picture):
        return list(A_PICTURE.runs)
    return [Run(" ".join(plain(cell) for cell in row) + "\n") for row in block.rows]
