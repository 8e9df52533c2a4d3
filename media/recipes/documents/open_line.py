"""Gathers one paragraph of an ODT: the runs that are printed, and what floats beside them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

from media.recipes.documents.contrast import UNKNOWN
from media.recipes.documents.markup import attribute, child, name
from media.recipes.documents.open_styles import Look
from media.recipes.documents.shape import Block, Run

if TYPE_CHECKING:
    from media.recipes.documents.open_document import Story

MOST_SPACES = 80
SHAPES = {"custom-shape", "rect", "ellipse", "circle", "path", "polygon"}
"""Drawings that words are written on; they have a colour even if nothing names it."""

SIGNS = {"tab": "\t", "line-break": "\n"}
GONE = {
    *("annotation", "annotation-end", "ruby-text", "hidden-text", "hidden-paragraph", "script"),
    *("conditional-text", "change", "change-start", "change-end", "text-input-help", "desc"),
    *(
        "author-name",
        "author-initials",
        "creator",
        "initial-creator",
        "printed-by",
        "editing-cycles",
    ),
    *("file-name", "template-name", "keywords", "subject", "description", "user-defined"),
    *("sender-firstname", "sender-lastname", "sender-initials", "sender-title", "sender-position"),
    *("sender-email", "sender-phone-private", "sender-phone-work", "sender-fax", "sender-company"),
    *("sender-street", "sender-city", "sender-postal-code", "sender-country"),
    *("sender-state-or-province", "dde-connection", "database-display"),
}
"""Remarks, hidden words, and fields that fill in somebody's name or where the file lies."""


class Line:
    """One paragraph as it is read."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self.runs: list[Run] = []
        self.beside: list[Block] = []

    def take(self, element: Element, look: Look) -> None:
        """Take in the words of `element`, and those after each element inside it."""
        self._say(element.text, look)
        for part in element:
            kind = name(part)
            if kind not in GONE:
                self._part(part, kind, look)
            self._say(part.tail, look)

    def _part(self, part: Element, kind: str, look: Look) -> None:
        if kind == "s":
            count = attribute(part, "c", "1")
            self._say(" " * min(MOST_SPACES, int(count) if count.isdecimal() else 1), look)
        elif kind in SIGNS:
            self._sign(SIGNS[kind], look)
        elif kind == "note":
            self._note(part, look)
        elif kind == "frame":
            if not look.hidden:
                self.beside += self.story.framed(part)
        else:
            around = replace(look, ground=UNKNOWN) if kind in SHAPES else look
            self.take(part, self.story.styles.look(attribute(part, "style-name"), around))

    def _note(self, note: Element, look: Look) -> None:
        body = child(note, "note-body")
        if body is not None and not look.hidden:
            self.story.notes.append(body)
            self._say(f"[{len(self.story.notes)}]", look)

    def _sign(self, sign: str, look: Look) -> None:
        if not look.hidden:
            self.runs.append(Run(sign, look.bold, look.italic))

    def _say(self, words: str | None, look: Look) -> None:
        if words and not look.hides(words):
            self.runs.append(Run(words.replace("\n", " "), look.bold, look.italic))
