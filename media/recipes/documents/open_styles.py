"""What the styles of an ODT say that changes what is read: hidden, bold, how a list counts."""

import re
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from media.recipes.documents.markup import attribute, child, children, name, within

DEEPEST = 20
NOUGHT = re.compile(r"^(auto|rect\((\s*,?\s*(0(\.0+)?[a-z]*|auto))*\s*\))?$")
"""A clip that cuts nothing off a picture."""


@dataclass(frozen=True)
class Look:
    """How words look."""

    hidden: bool = False
    bold: bool = False
    italic: bool = False


class Styles:
    """The styles of a document by name, those of the document itself before the common ones."""

    def __init__(self, roots: list[Element]) -> None:
        self.styles: dict[str, Element] = {}
        self.lists: dict[str, Element] = {}
        for root in roots:
            for style in within(root, "style"):
                self.styles.setdefault(attribute(style, "name"), style)
            for style in within(root, "list-style"):
                self.lists.setdefault(attribute(style, "name"), style)

    def look(self, mark: str, around: Look = Look()) -> Look:
        """How words in this style look; what it leaves unsaid is as `around` it."""
        says: dict[str, str] = {}
        for _ in range(DEEPEST):
            style = self.styles.get(mark)
            if style is None:
                break
            properties = child(style, "text-properties")
            for wanted in ("display", "font-weight", "font-style"):
                if value := attribute(properties, wanted):
                    says.setdefault(wanted, value)
            mark = attribute(style, "parent-style-name")
        hidden = around.hidden or says.get("display", "true") != "true"
        weight, slant = says.get("font-weight"), says.get("font-style")
        return Look(
            hidden,
            around.bold if weight is None else weight in ("bold", "600", "700", "800", "900"),
            around.italic if slant is None else slant in ("italic", "oblique"),
        )

    def is_cut(self, mark: str) -> bool:
        """Whether a picture in this style shows only a part of itself."""
        properties = child(self.styles.get(mark), "graphic-properties")
        return not NOUGHT.match(attribute(properties, "clip").strip())

    def label(self, mark: str, level: int, number: int) -> str:
        """What stands before the item of that number, counted from 1; levels count from 0."""
        levels = children(
            self.lists.get(mark), "list-level-style-number", "list-level-style-bullet"
        )
        found = next((one for one in levels if attribute(one, "level") == str(level + 1)), None)
        if found is not None and name(found) == "list-level-style-number":
            return f"{number}." if attribute(found, "num-format") else ""
        return "•"
