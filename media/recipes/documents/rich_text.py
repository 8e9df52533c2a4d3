"""Reads RTF: the words as they are printed, with what is bold, slanted or in a table.

Groups are kept on a list of our own, so a file that opens ten thousand of them stops at
`DEEPEST` and not at the end of memory. Rich Text Format 1.9.1.
"""

from __future__ import annotations

# ruff: noqa: PLR2004 - the numbers are those of UTF-16 and of the RTF specification.
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from media.recipes.documents.rich_codes import CHARSETS, GONE, SIGNS, code_page
from media.recipes.documents.rich_colours import Shades
from media.recipes.documents.shape import (
    A_PICTURE,
    Block,
    Paragraph,
    Run,
    Runs,
    Table,
    joined,
    plain,
)
from media.refusals import Refused

MAX_BYTES: Final = 64 * 1024**2
"""Bytes; pictures in RTF are written out in letters."""

DEEPEST: Final = 500
TOKEN: Final = re.compile(
    rb"\\([a-z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-f]{2})|\\([^a-z])|([{}])|([^\\{}\r\n]+)|[\r\n]+",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class State:
    """What holds until the group ends."""

    silent: bool = False
    hidden: bool = False
    deleted: bool = False
    """Set apart from `hidden`, or words that are both would come back with the end of one."""

    bold: bool = False
    italic: bool = False
    ink: int = 0
    ground: int = 0
    fonts: bool = False
    coding: str = "cp1252"
    skip: int = 1
    """Letters that follow a Unicode number, for software that knows no Unicode."""


def read(path: Path) -> Iterator[Block]:
    """The blocks of the document at `path`; raises Refused."""
    if path.stat().st_size > MAX_BYTES:
        raise Refused("too_hard")
    yield from _Reader().read(path.read_bytes())


class _Reader:
    def __init__(self) -> None:
        self.state = State()
        self.groups: list[State] = []
        self.fonts: dict[int, str] = {}
        self.font = 0
        self.usual = "cp1252"
        self.shades = Shades()
        self.pending = b""
        self.skipping = 0
        self.high = 0
        self.runs: list[Run] = []
        self.heading, self.label_next, self.in_table = 0, False, False
        self.cells: list[Runs] = []
        self.rows: list[tuple[Runs, ...]] = []
        self.blocks: list[Block] = []

    def read(self, data: bytes) -> Iterator[Block]:
        self.shades.learn(data)
        at = 0
        while token := TOKEN.match(data, at):
            at = token.end()
            word, number, code, sign, brace, words = token.groups()
            if code is None and words is None:
                self._settle()
            if brace and not self._group(brace):
                break
            if word:
                at += self._word(word.decode().lower(), None if number is None else int(number))
            else:
                self._said(code, sign, words)
            yield from self._finished()
        if self.groups:
            raise Refused("broken")
        self._settle()
        self._paragraph()
        self._end_table()
        yield from self._finished()

    def _said(self, code: bytes | None, sign: bytes | None, words: bytes | None) -> None:
        """Take in what is no word of the language: letters by number, signs, letters."""
        if code:
            self._bytes(bytes.fromhex(code.decode()))
        elif sign:
            self._sign(sign)
        elif words:
            self._bytes(words)

    def _finished(self) -> list[Block]:
        done, self.blocks = self.blocks, []
        return done

    def _group(self, brace: bytes) -> bool:
        """Whether the document goes on after this brace."""
        if brace == b"{":
            if len(self.groups) >= DEEPEST:
                raise Refused("too_hard")
            self.groups.append(self.state)
        elif self.groups:
            self.state = self.groups.pop()
            self.skipping = 0
        return bool(self.groups)

    def _word(self, word: str, number: int | None) -> int:
        """Do as the word says; returns how many raw bytes follow it, to be passed over."""
        if word in ("object", "objdata", "objemb", "objlink"):
            raise Refused("too_hard")
        if word in GONE:
            self._change(silent=True, fonts=word == "fonttbl")
        elif word in SIGNS:
            self._say(SIGNS[word])
        elif word in WORDS:
            WORDS[word](self, 1 if number is None else number)
        return max(0, number or 0) if word == "bin" else 0

    def _sign(self, sign: bytes) -> None:
        if sign == b"*":
            self._change(silent=True)
        elif sign in (b"\n", b"\r"):
            self._paragraph()
        else:
            found = {b"~": "\xa0", b"_": "\u2011", b"-": ""}.get(sign)
            self._say(sign.decode("latin-1") if found is None else found)

    def _change(self, **changes: bool | int | str) -> None:
        self.state = replace(self.state, **changes)  # type: ignore[arg-type]

    def _bytes(self, some: bytes) -> None:
        """Letters in a code page wait for their neighbours: some codings need two bytes."""
        skipped = min(self.skipping, len(some))
        self.skipping -= skipped
        self.pending += some[skipped:]

    def _settle(self) -> None:
        if self.pending:
            words, self.pending = self.pending.decode(self.state.coding, "replace"), b""
            self._put(words)

    def _say(self, words: str) -> None:
        if self.skipping:
            self.skipping -= 1
        else:
            self._put(words)

    def _put(self, words: str) -> None:
        if not self._is_gone() and not (words.strip() and self._is_unseen()):
            self.runs.append(Run(words, self.state.bold, self.state.italic))

    def _is_gone(self) -> bool:
        return self.state.silent or self.state.hidden or self.state.deleted

    def _is_unseen(self) -> bool:
        cell = len(self.cells) if self.in_table else None
        return self.shades.hide(self.state.ink, self.state.ground, cell)

    def unicode(self, number: int) -> None:
        """A letter by its number, which is signed; two halves make one letter beyond the first
        65,536."""
        unit = number & 0xFFFF
        self.skipping = 0
        if 0xD800 <= unit < 0xDC00:
            self.high = unit
        elif 0xDC00 <= unit < 0xE000:
            if self.high:
                self._put(chr(0x10000 + ((self.high - 0xD800) << 10) + unit - 0xDC00))
            self.high = 0
        else:
            self._put(chr(unit))
        self.skipping = self.state.skip

    def _paragraph(self) -> None:
        runs, self.runs = joined(self.runs), []
        if not plain(runs).strip():
            return
        if self.in_table:
            self.runs = [*runs, Run("\n")]
            return
        self._end_table()
        self.blocks.append(Paragraph(runs, self.heading))

    def _cell(self) -> None:
        runs = joined(self.runs)
        self.runs = []
        self.cells.append(_trimmed(runs))

    def _row(self) -> None:
        if self.cells:
            self.rows.append(tuple(self.cells))
        self.cells = []

    def _end_table(self) -> None:
        if self.rows:
            self.blocks.append(Table(tuple(self.rows)))
        self.rows = []

    def picture(self) -> None:
        """A picture is written as a run of numbers; its place is marked and they are skipped."""
        if not self._is_gone():
            self.runs.append(A_PICTURE.runs[0])
        self._change(silent=True)

    def choose_font(self, number: int) -> None:
        self.font = number
        if not self.state.fonts:
            self._change(coding=self.fonts.get(number, self.usual))

    def give_charset(self, number: int) -> None:
        if self.state.fonts and number in CHARSETS:
            self.fonts[self.font] = CHARSETS[number]

    def choose_page(self, number: int) -> None:
        self.usual = code_page(number)
        self._change(coding=self.usual)

    def plain(self) -> None:
        kept = State(self.state.silent, fonts=self.state.fonts, coding=self.state.coding)
        self.state = replace(kept, skip=self.state.skip)

    def new_paragraph(self) -> None:
        self.heading, self.in_table = 0, False
        self.shades.paragraph = 0


def _trimmed(runs: Runs) -> Runs:
    """Without the line break after the last paragraph of a cell."""
    if runs and runs[-1].text.endswith("\n"):
        return joined([*runs[:-1], replace(runs[-1], text=runs[-1].text[:-1])])
    return runs


def _set(**changes: Callable[[int], bool | int]) -> Callable[[_Reader, int], None]:
    def act(reader: _Reader, number: int) -> None:
        reader._change(**{what: value(number) for what, value in changes.items()})

    return act


WORDS: Final[dict[str, Callable[[_Reader, int], None]]] = {
    "b": _set(bold=bool),
    "i": _set(italic=bool),
    "v": _set(hidden=bool),
    "deleted": _set(deleted=bool),
    "mvf": _set(deleted=bool),
    "cf": _set(ink=int),
    "cb": _set(ground=int),
    "chcbpat": _set(ground=int),
    "highlight": _set(ground=int),
    "cbpat": lambda reader, number: setattr(reader.shades, "paragraph", number),
    "clcbpat": lambda reader, number: setattr(reader.shades, "next", number),
    "cellx": lambda reader, number: reader.shades.end_cell(),
    "trowd": lambda reader, number: reader.shades.new_row(),
    "plain": lambda reader, number: reader.plain(),
    "pard": lambda reader, number: reader.new_paragraph(),
    "par": lambda reader, number: reader._paragraph(),
    "sect": lambda reader, number: reader._paragraph(),
    "page": lambda reader, number: reader._paragraph(),
    "intbl": lambda reader, number: setattr(reader, "in_table", True),
    "cell": lambda reader, number: reader._cell(),
    "nestcell": lambda reader, number: reader._say("\t"),
    "row": lambda reader, number: reader._row(),
    "outlinelevel": lambda reader, number: setattr(
        reader, "heading", min(6, number + 1) if 0 <= number < 9 else 0
    ),
    "u": lambda reader, number: reader.unicode(number),
    "uc": lambda reader, number: reader._change(skip=max(0, min(number, 8))),
    "pict": lambda reader, number: reader.picture(),
    "f": lambda reader, number: reader.choose_font(number),
    "fcharset": lambda reader, number: reader.give_charset(number),
    "ansicpg": lambda reader, number: reader.choose_page(number),
    "mac": lambda reader, number: reader.choose_page(10000),
}
