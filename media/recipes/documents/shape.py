"""What a written document says, free of the format it came in."""

import unicodedata
from dataclasses import dataclass, field

Crop = tuple[float, float, float, float]
"""Shares of a picture cut off at its left, top, right and bottom, 0 to 1."""


@dataclass(frozen=True)
class Run:
    """Words of one look; a line break inside a paragraph is a newline."""

    text: str
    bold: bool = False
    italic: bool = False


Runs = tuple[Run, ...]


@dataclass(frozen=True)
class Paragraph:
    """Words of their own: a heading of level 1 to 6, or an item of a list with its label."""

    runs: Runs
    heading: int = 0
    label: str = ""
    indent: int = 0


@dataclass(frozen=True)
class Table:
    """Rows of cells; a cell is words, with a newline between its paragraphs."""

    rows: tuple[tuple[Runs, ...], ...]


@dataclass(frozen=True)
class Picture:
    """A picture that stands in the document, as the bytes of its own file."""

    data: bytes = field(repr=False)
    crop: Crop = (0.0, 0.0, 0.0, 0.0)


Block = Paragraph | Table | Picture

A_PICTURE = Paragraph((Run("[a picture]", italic=True),))
"""Stands where a picture was that we cannot show."""

LIGATURES = {chr(code): unicodedata.normalize("NFKC", chr(code)) for code in range(0xFB00, 0xFB07)}
TURNS = {chr(code) for code in (*range(0x202A, 0x202F), *range(0x2066, 0x206A))}
UNWANTED = {"Cc", "Cs", "Co", "Cn"}
INVISIBLE = {"\u00ad", "\ufeff", "\u200b", "\u2060"} | TURNS
TAGS = range(0xE0000, 0xE0080)
"""Invisible copies of ASCII, in which words can be smuggled."""


def clean(text: str) -> str:
    """The words as they are read: composed (NFC), with nothing that only a machine would see.

    Marks that turn the direction of all that follows go too; what the letters
    themselves say of their direction is enough.
    """
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n")
    kept = "".join(map(_kept, lines.replace("\u2029", "\n")))
    return unicodedata.normalize("NFC", kept)


def _kept(char: str) -> str:
    if char in "\n\t" or " " <= char <= "~":
        return char
    if char in INVISIBLE or unicodedata.category(char) in UNWANTED or ord(char) in TAGS:
        return ""
    return LIGATURES.get(char, char)


def plain(runs: Runs) -> str:
    """The words alone."""
    return "".join(run.text for run in runs)


def joined(runs: list[Run]) -> Runs:
    """Neighbours of one look as one run, cleaned, without the empty ones."""
    found: list[Run] = []
    for run in runs:
        last = found[-1] if found else None
        if last and (last.bold, last.italic) == (run.bold, run.italic):
            found[-1] = Run(last.text + run.text, run.bold, run.italic)
        else:
            found.append(run)
    cleaned = (Run(clean(run.text), run.bold, run.italic) for run in found)
    return tuple(run for run in cleaned if run.text)
