"""What the styles of a Word document say that changes what is read: hidden, bold, a heading."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from media.recipes.documents.markup import attribute, child, children, name

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
    """How a run looks."""

    hidden: bool = False
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

    def look(self, run: Element, paragraph_style: str) -> Look:
        """How the run looks, by its own word first, then its style's, then its paragraph's."""
        own = child(run, "rPr")
        says = [own, *self._runs(attribute(child(own, "rStyle"), "val"))]
        says += self._runs(paragraph_style or self.usual)
        values = {wanted: _first(says, wanted) for wanted in ("vanish", "specVanish", "b", "i")}
        heading = self.heading(paragraph_style)
        bold = _first([own], "b") if heading else values["b"]
        hidden = bool(values["vanish"] or values["specVanish"])
        return Look(hidden, bool(bold), bool(values["i"]))

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
