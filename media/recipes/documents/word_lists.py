"""The bullets and numbers that Word draws before the items of a list; they are not in its words."""

from collections import defaultdict
from xml.etree.ElementTree import Element

from media.recipes.documents.markup import attribute, child, children

BULLET = "•"
DEEPEST = 8


class Lists:
    """Knows the lists of one document and counts their items."""

    def __init__(self, root: Element | None) -> None:
        kinds = {
            attribute(kind, "abstractNumId"): {
                attribute(level, "ilvl"): attribute(child(level, "numFmt"), "val")
                for level in children(kind, "lvl")
            }
            for kind in children(root, "abstractNum")
        }
        self.lists = {
            attribute(one, "numId"): kinds.get(attribute(child(one, "abstractNumId"), "val"), {})
            for one in children(root, "num")
        }
        self.counts: dict[str, dict[int, int]] = defaultdict(dict)

    def label(self, marks: Element | None) -> tuple[str, int]:
        """The label of the next item and how deep it stands; "" where there is no list."""
        number = attribute(child(marks, "numId"), "val")
        deep = attribute(child(marks, "ilvl"), "val", "0")
        level = min(DEEPEST, int(deep)) if deep.isdecimal() else 0
        if number not in self.lists:
            return "", 0
        kind = self.lists[number].get(str(level), "bullet")
        if kind in ("bullet", "none", ""):
            return BULLET if kind == "bullet" else "", level
        return self._counted(number, level), level

    def _counted(self, number: str, level: int) -> str:
        counts = self.counts[number]
        counts[level] = counts.get(level, 0) + 1
        for deeper in [other for other in counts if other > level]:
            del counts[deeper]
        return f"{counts[level]}."
