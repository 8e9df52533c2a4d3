"""What a Word document says of the colour of words and of the ground behind them.

ECMA-376 part 1, clauses 17.3.2 (runs), 17.4 (tables) and 20.1 (shapes).
"""

from typing import Final
from xml.etree.ElementTree import Element

from media.recipes.documents import contrast
from media.recipes.documents.contrast import PAPER, UNKNOWN, WHITE, Colour, Ground
from media.recipes.documents.markup import attribute, child, children, name, within

LIGHT: Final = {"background1", "light1", "bg1", "lt1"}
"""What themes call white; only a theme made by hand gives these names another colour."""

SHAPES: Final = ("wsp", "shape", "rect", "roundrect", "oval")
FILLS: Final = ("noFill", "solidFill", "gradFill", "blipFill", "pattFill", "grpFill")
Says = list[Element | None]
"""Properties, those that count before the others first."""


def ink(says: Says) -> Colour | None:
    """The colour of a run; None for the automatic one, which can always be read."""
    found = next((one for one in (child(some, "color") for some in says) if one is not None), None)
    if attribute(found, "themeColor") in LIGHT and not attribute(found, "themeShade"):
        return WHITE
    return contrast.colour(attribute(found, "val"))


def is_clear(says: Says) -> bool:
    """Whether the letters are drawn without any fill."""
    return any(child(some, "textFill", "noFill") is not None for some in says)


def behind(says: Says, around: Ground) -> Ground:
    """The ground of a run, a paragraph, a cell or a table, which stands on `around`."""
    for some in says:
        marker = attribute(child(some, "highlight"), "val", "none")
        if marker != "none":
            return contrast.ground(marker)
        shade = child(some, "shd")
        if shade is not None:
            return _shaded(shade, around)
    return around


def _shaded(shade: Element, around: Ground) -> Ground:
    pattern = attribute(shade, "val", "clear")
    fill = attribute(shade, "color" if pattern == "solid" else "fill", "auto")
    if pattern not in ("clear", "nil", "solid"):
        return UNKNOWN
    return around if fill == "auto" else contrast.ground(fill)


def page(root: Element | None) -> Ground:
    """The page of a document, from its main part."""
    return contrast.page(attribute(child(root, "background"), "color"))


def in_shapes(drawing: Element, around: Ground) -> dict[int, Ground]:
    """The ground of every text box inside a drawing, by the identity of the box."""
    return {
        id(box): _filled(shape, around)
        for shape in within(drawing, *SHAPES)
        for box in within(shape, "txbxContent")
    }


def _filled(shape: Element, around: Ground) -> Ground:
    if name(shape) != "wsp":
        empty = attribute(shape, "filled", "t").lower() in {"f", "false"}
        return around if empty else contrast.ground(attribute(shape, "fillcolor", "white"))
    fill = next(children(child(shape, "spPr"), *FILLS), None)
    if fill is None:
        styled = attribute(child(shape, "style", "fillRef"), "idx", "0") != "0"
        return UNKNOWN if styled else around
    return around if name(fill) == "noFill" else _solid(fill)


def _solid(fill: Element) -> Ground:
    scheme = child(fill, "schemeClr")
    if scheme is not None and attribute(scheme, "val") in LIGHT and not len(scheme):
        return PAPER
    return contrast.ground(attribute(child(fill, "srgbClr"), "val"))
