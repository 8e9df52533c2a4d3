"""What the styles of a Word document say that changes what is read: hidden, bold, a heading."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from media.recipes.documents import word_colours
from media.recipes.documents.contrast import UNKNOWN, Ground, is_unseen
from media.recipes.documents.markup import attribute, child, children, name, within

OFF = {"0", "false", "off", "none"}
DEEPEST = 20
"""Styles that may rest on one another before we stop asking."""

HEADING = re.compile(r"(?:heading|berschrift|titre|t[ií]tulo)\s*([1-9])$", re.IGNORECASE)
BODY_TEXT = 9
"""The outline level that means no heading."""


def switch(properties: Element | None, wanted: str) -> bool | None:
    """Whether a property such as `b` is on; None where nothing is said."""
    element = child(properties, wanted)
    return None if element is None else attribute(element, "val", "1").lower() not in OFF


@dataclass(frozen=True)
class Look:
    """How a run looks; what is `unseen` is words in the colour of their ground."""

    hidden: bool = False
    unseen: bool = False
    bold: bool = False
    italic: bool = False


class Styles:
    """The styles by their marks."""

    def __init__(self, root: Element | None) -> None:
        self.styles = {attribute(style, "styleId"): style for style in children(root, "style")}
        self.usual = next(
            (
                mark
                for mark, style in self.styles.items()
                if attribute(style, "type") == "paragraph"
                and attribute(style, "default").lower() in {"1", "true", "on"}
            ),
            "",
        )

    def look(self, run: Element, paragraph_style: str, ground: Ground) -> Look:
        """How the run looks on that ground, by its own word first, then its style's, then its
        paragraph's.
        """
        own = child(run, "rPr")
        says = [own, *self._runs(attribute(child(own, "rStyle"), "val"))]
        says += self._runs(paragraph_style or self.usual)
        values = {wanted: _first(says, wanted) for wanted in ("vanish", "specVanish", "b", "i")}
        heading = self.heading(paragraph_style)
        bold = _first([own], "b") if heading else values["b"]
        hidden = bool(values["vanish"] or values["specVanish"])
        behind = word_colours.behind(says, ground)
        unseen = is_unseen(word_colours.ink(says), behind) or word_colours.is_clear(says)
        return Look(hidden, unseen, bool(bold), bool(values["i"]))

    def ground(self, paragraph: Element, around: Ground) -> Ground:
        """What the words of a paragraph stand on, unless they say otherwise."""
        own = child(paragraph, "pPr")
        chain = self._chain(attribute(child(own, "pStyle"), "val") or self.usual)
        return word_colours.behind([own, *(child(style, "pPr") for style in chain)], around)

    def table_ground(self, table: Element, around: Ground) -> Ground:
        """What a table stands on; one whose style colours some of its cells may be anything."""
        own = child(table, "tblPr")
        chain = self._chain(attribute(child(own, "tblStyle"), "val"))
        if any(
            attribute(shade, "fill", "auto") != "auto"
            for style in chain
            for shade in within(style, "shd")
        ):
            return UNKNOWN
        return word_colours.behind([own], around)

    def heading(self, mark: str) -> int:
        """The level of a heading in this style, 1 to 6; 0 for other words."""
        for style in self._chain(mark):
            called = attribute(child(style, "name"), "val").strip()
            if called.lower() == "title":
                return 1
            level = attribute(child(style, "pPr", "outlineLvl"), "val")
            if level.isdecimal() and int(level) < BODY_TEXT:
                return min(6, int(level) + 1)
            if found := HEADING.search(called):
                return min(6, int(found[1]))
        return 0

    def listed(self, mark: str) -> Element | None:
        """The list that words in this style belong to."""
        marks = (child(style, "pPr", "numPr") for style in self._chain(mark))
        return next((found for found in marks if found is not None), None)

    def _runs(self, mark: str) -> list[Element | None]:
        return [child(style, "rPr") for style in self._chain(mark)]

    def _chain(self, mark: str) -> Iterator[Element]:
        for _ in range(DEEPEST):
            style = self.styles.get(mark)
            if style is None or name(style) != "style":
                return
            yield style
            mark = attribute(child(style, "basedOn"), "val")


def _first(says: list[Element | None], wanted: str) -> bool | None:
    answers = (switch(properties, wanted) for properties in says)
    return next((answer for answer in answers if answer is not None), None)
