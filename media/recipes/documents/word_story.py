"""Walks through the body of a DOCX: paragraphs, lists and tables that were not deleted."""

from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

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
from media.recipes.documents.word_styles import Styles


@dataclass(frozen=True)
class Parts:
    """What the words of a document lean on."""

    styles: Styles
    lists: Lists
    pictures: dict[str, bytes]


class Story:
    """Turns the body of a document, or a note, into blocks."""

    def __init__(self, parts: Parts) -> None:
        self.parts = parts
        self.footnotes: dict[str, int] = {}
        self.fields: list[str | None] = []

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
        line = Line(self, style)
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
        for row in within_rows(table):
            yield tuple(self._cell(cell) for cell in children(row, "tc"))

    def _cell(self, cell: Element) -> Runs:
        found: list[Run] = []
        for block in self.blocks(cell):
            found += [*([Run("\n")] if found else []), *_runs(block)]
        return joined(found)


def within_rows(table: Element) -> Iterator[Element]:
    """The rows of a table that were not deleted."""
    for element in table:
        if name(element) == "tr" and child(element, "trPr", "del") is None:
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
