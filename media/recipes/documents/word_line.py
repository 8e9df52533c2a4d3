"""Gathers one paragraph of a DOCX: the runs that Word shows, and what floats beside them.

Left out: deleted, moved-away, hidden and unseen words, the code of fields, and fields that fill
in somebody's name or where the file lies.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

from media.recipes.documents import word_colours
from media.recipes.documents.contrast import Ground
from media.recipes.documents.markup import attribute, child, name, within
from media.recipes.documents.shape import A_PICTURE, Block, Picture, Run

if TYPE_CHECKING:
    from media.recipes.documents.word_story import Story

GONE = {"del", "moveFrom", "delText", "delInstrText", "pPr", "rPr", "sectPr", "rt"}
SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011", "ptab": "\t"}
TELLTALE = {
    *("AUTHOR", "LASTSAVEDBY", "USERNAME", "USERINITIALS", "USERADDRESS", "FILENAME"),
    *("DOCPROPERTY", "DOCVARIABLE", "INFO", "TEMPLATE", "COMMENTS", "KEYWORDS", "SUBJECT"),
    *("INCLUDETEXT", "INCLUDEPICTURE", "LINK", "DDE", "DDEAUTO", "EMBED"),
}
"""Fields whose result tells of a person, a machine or another file (ECMA-376 17.16.5)."""

PER = 100_000
"""Word counts the share that is cut off a picture in hundred-thousandths."""


class Line:
    """Gathers one paragraph: its runs, and what floats beside them."""

    def __init__(self, story: Story, style: str, ground: Ground) -> None:
        self.story, self.style, self.ground = story, style, ground
        self.runs: list[Run] = []
        self.beside: list[Block] = []

    def take(self, element: Element) -> None:
        for part in element:
            kind = name(part)
            if kind in GONE or (kind == "fldSimple" and _tells(attribute(part, "instr"))):
                continue
            if kind == "r":
                self._run(part)
            else:
                self.take(_chosen(part))

    def _run(self, run: Element) -> None:
        look = self.story.parts.styles.look(run, self.style, self.ground)
        for part in run:
            kind = name(part)
            if kind == "fldChar":
                self._field(attribute(part, "fldCharType"))
            elif kind == "instrText":
                self._instruct(part.text or "")
            elif not look.hidden and not self._in_silence():
                words = self._words(_chosen(part))
                # A gap between two words is unseen by nature.
                if not (look.unseen and words.strip()):
                    self.runs.append(Run(words, look.bold, look.italic))

    def _words(self, part: Element) -> str:
        kind = name(part)
        if kind == "t":
            return part.text or ""
        if kind == "footnoteReference":
            notes = self.story.footnotes
            return f"[{notes.setdefault(attribute(part, 'id'), len(notes) + 1)}]"
        if kind in ("drawing", "pict", "object", "Choice", "Fallback"):
            self.beside += self._drawn(part)
        if kind == "ruby":
            self.take(part)
        return SIGNS.get(kind, "")

    def _drawn(self, drawing: Element) -> Iterator[Block]:
        """The words in a text box, and the pictures; a hidden drawing has neither."""
        if any(switch_attribute(one, "hidden") for one in within(drawing, "docPr", "cNvPr")):
            return
        grounds = word_colours.in_shapes(drawing, self.ground)
        for box in within(drawing, "txbxContent"):
            with self.story.on(grounds.get(id(box), self.ground)):
                yield from self.story.blocks(box)
        blips = list(within(drawing, "blipFill"))
        for fill in blips:
            yield self._picture(fill)
        if not blips and any(within(drawing, "imagedata", "chart", "OLEObject")):
            yield A_PICTURE

    def _picture(self, fill: Element) -> Block:
        data = self.story.parts.pictures.get(attribute(child(fill, "blip"), "embed"), b"")
        cut = child(fill, "srcRect")
        sides = [attribute(cut, side, "0") for side in ("l", "t", "r", "b")]
        try:
            left, top, right, bottom = (max(0.0, int(side) / PER) for side in sides)
        except ValueError:
            return A_PICTURE
        return Picture(data, (left, top, right, bottom)) if data else A_PICTURE

    def _field(self, step: str) -> None:
        """A field is its code, then its result; they may stand inside one another."""
        fields = self.story.fields
        if step == "begin":
            fields.append("")
        elif step == "separate" and fields:
            fields[-1] = "-" if _tells(fields[-1] or "") else None
        elif step == "end" and fields:
            fields.pop()

    def _instruct(self, code: str) -> None:
        if self.story.fields and self.story.fields[-1] is not None:
            self.story.fields[-1] += code

    def _in_silence(self) -> bool:
        """Whether this is the code of a field, or the result of one that tells too much."""
        return any(field is not None for field in self.story.fields)


def _tells(code: str) -> bool:
    return (code.split() or [""])[0].upper() in TELLTALE


def switch_attribute(element: Element, wanted: str) -> bool:
    """Whether an attribute such as `hidden` is on."""
    return attribute(element, wanted, "0").lower() in {"1", "true", "on"}


def _chosen(part: Element) -> Element:
    """Of two ways to draw the same thing, the newer one (ECMA-376 part 3)."""
    if name(part) != "AlternateContent":
        return part
    choice = child(part, "Choice")
    fallback = child(part, "Fallback")
    return choice if choice is not None else fallback if fallback is not None else part
