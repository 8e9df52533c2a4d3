"""What the styles of an ODT say that changes what is read: hidden, bold, how a list counts."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from media.recipes.documents import contrast
from media.recipes.documents.contrast import PAPER, UNKNOWN, Colour, Ground
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
    ink: Colour | None = None
    ground: Ground = PAPER

    def hides(self, words: str) -> bool:
        """Whether nobody is meant to read them; a gap is unseen by nature, and stays."""
        return self.hidden or (bool(words.strip()) and contrast.is_unseen(self.ink, self.ground))


PROPERTIES = tuple(
    f"{what}-properties" for what in ("graphic", "table", "table-row", "table-cell", "paragraph")
)
"""Where a style may colour a ground, from the outermost to the innermost."""


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
        pages = [page for root in roots for page in within(root, "page-layout-properties")]
        grounds = (_coloured(page) for page in pages)
        self.page = next((UNKNOWN for found in grounds if found not in (None, PAPER)), PAPER)

    def look(self, mark: str, around: Look = Look()) -> Look:
        """How words in this style look; what it leaves unsaid is as `around` it."""
        says: dict[str, str] = {}
        for style in self._chain(mark):
            properties = child(style, "text-properties")
            if attribute(properties, "use-window-font-color") == "true":
                says.setdefault("color", "auto")
            for wanted in ("display", "font-weight", "font-style", "color", "opacity"):
                if value := attribute(properties, wanted):
                    says.setdefault(wanted, value)
        hidden = around.hidden or says.get("display", "true") != "true"
        hidden = hidden or says.get("opacity") == "0%"
        weight, slant = says.get("font-weight"), says.get("font-style")
        return Look(
            hidden,
            around.bold if weight is None else weight in ("bold", "600", "700", "800", "900"),
            around.italic if slant is None else slant in ("italic", "oblique"),
            contrast.colour(says["color"]) if "color" in says else around.ink,
            self.ground(mark, around.ground, (*PROPERTIES, "text-properties")),
        )

    def ground(self, mark: str, around: Ground, wanted: tuple[str, ...] = PROPERTIES) -> Ground:
        """What words in this style stand on, which itself stands on `around`."""
        for kind in wanted:
            chain = (_coloured(child(style, kind)) for style in self._chain(mark))
            around = next((found for found in chain if found is not None), around)
        return around

    def _chain(self, mark: str) -> Iterator[Element]:
        for _ in range(DEEPEST):
            style = self.styles.get(mark)
            if style is None:
                return
            yield style
            mark = attribute(style, "parent-style-name")

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


def _coloured(properties: Element | None) -> Ground | None:
    """The ground that these properties colour; None where they leave it as it is."""
    fill = attribute(properties, "fill")
    if fill not in ("", "none", "solid"):
        return UNKNOWN
    wanted = "fill-color" if fill == "solid" else "background-color"
    said = attribute(properties, wanted, "transparent")
    return None if said == "transparent" else contrast.ground(said)
