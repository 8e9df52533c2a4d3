"""A list of first names, pasted or from a file, made into names and notes about them.

Only first names are kept (NSPCC guidance on naming children): whatever looks like a
surname, an initial or a title is left out, and a note says so on screen.
"""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

MOST = 60
"""Students made in one go."""

LONGEST = 40
"""Letters of a first name, so that it fits its card."""

HEADINGS = (
    *("preferred first name", "preferred forename", "preferred name", "chosen name", "known as"),
    *("first name", "forename", "given name", "firstname", "first names", "forenames"),
    *("first name s", "forename s", "name", "names", "display name"),
    *("student name", "pupil name", "student", "pupil", "students", "pupils"),
)
"""Headings of the column to read, the best first."""

PAIR = 2
"""Words of a surname and a first name that stand in two columns."""

JOINING = "-‐·'’ʼ‘`\u200c\u200d"
"""Marks within a name. The last two join letters in Persian and in Hindi, and are not seen."""

TITLES = {"mr", "mrs", "ms", "miss", "mx", "master", "dr"}
LEADING = re.compile(r"^\s*(?:[-–—*•·▪◦‣o>☐✓]\s+|[•·▪◦‣☐✓*]|\(?\d{1,3}[.):]+\s*|\(?\d{1,3}\s+)+")


@dataclass(frozen=True)
class Named:
    """A first name, with what was done to get it."""

    name: str
    notes: tuple[str, ...]
    line: int


@dataclass
class Reading:
    """What was found in a list: names, and sentences about what cannot be read."""

    names: list[Named] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    might_be_swapped: bool = False
    """Whether we had to guess which of two columns holds the first names."""


class Unreadable(Exception):
    """This line holds no first name. ``str()`` is the end of a sentence for the screen."""


def pasted(text: str, *, swapped: bool = False) -> Reading:
    """Read what somebody typed or pasted.

    Commas part the names where a line has three or more, or there is one line alone.
    Elsewhere "Khan, Amina" is a surname and a first name, as registers write it; of two
    columns without that gap the left one is read. With `swapped` it is the other one.
    """
    lines = [(n, _parted(line)) for n, line in enumerate(text.splitlines(), 1) if line.strip()]
    if lines and _column(lines[0][1]) is None and "\t" not in text and _is_a_row(lines):
        return _read((number, [cell]) for number, cells in lines for cell in _telling(cells))
    is_a_register = ", " in text and "\t" not in text
    return _by_columns(lines, left=is_a_register == swapped)


def _is_a_row(lines: list[tuple[int, list[str]]]) -> bool:
    """Whether names stand beside each other, and not only below each other."""
    widths = [len(_telling(cells)) for _, cells in lines]
    return max(widths) > PAIR or widths == [PAIR]


def _parted(line: str) -> list[str]:
    return re.split("[\t;,]", LEADING.sub("", line))


def from_csv(text: str, *, swapped: bool = False) -> Reading:
    """Read a table with or without headings, its columns parted by comma, semicolon or tab."""
    opening = text[:2000]
    delimiter = max("\t;,", key=opening.count)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    lines: list[tuple[int, list[str]]] = []
    try:
        lines.extend((rows.line_num, row) for row in rows)
    except csv.Error:
        problem = f"Line {rows.line_num}: this line is not part of a table. Save the file again."
        return Reading(problems=[problem])
    return _by_columns(lines, left=not swapped)


def _by_columns(lines: list[tuple[int, list[str]]], *, left: bool) -> Reading:
    """Take the column that its heading names, or else the left or the right one of two."""
    lines = [(number, cells) for number, cells in lines if any(cell.strip() for cell in cells)]
    headings = lines[0][1] if lines else []
    column = _column(headings)
    if column is None:
        return _read(lines, left=left, asks=True)
    if len(headings) == 1:
        return _read(lines[1:], left=False)  # As in "Name", and below it "Khan, Amina".
    return _read((number, [*cells[column : column + 1], ""][:1]) for number, cells in lines[1:])


def _column(cells: list[str]) -> int | None:
    """Which column holds first names, if this line is one of headings."""
    said = [" ".join(re.findall("[a-z]+", cell.casefold())) for cell in cells]
    return next((said.index(heading) for heading in HEADINGS if heading in said), None)


def _read(
    lines: Iterable[tuple[int, list[str]]], *, left: bool = True, asks: bool = False
) -> Reading:
    reading = Reading()
    for number, cells in lines:
        told = _telling(cells)
        if asks and not told:
            continue  # A number or a bullet alone, as at the end of a numbered list.
        reading.might_be_swapped |= asks and len(told) > 1
        try:
            reading.names.append(Named(*_first_name(told, left), number))
        except Unreadable as problem:
            reading.problems.append(f"Line {number}: {problem}")
    if len(reading.names) > MOST:
        many = len(reading.names)
        reading.problems.append(f"There are {many} names. Make at most {MOST} at a time.")
    if not reading.names and not reading.problems:
        reading.problems.append("There is no name in it. Write one first name on each line.")
    return reading


def _telling(cells: list[str]) -> list[str]:
    """Cells with something in them that is not just a number."""
    plain = (" ".join(LEADING.sub("", cell).split()).strip("\"'“”") for cell in cells)
    return [cell for cell in plain if cell and not re.fullmatch(r"[\d.()\s/-]+", cell)]


def _first_name(cells: list[str], left: bool) -> tuple[str, tuple[str, ...]]:
    """The first name in these cells, with notes about it. Raises ``Unreadable``."""
    if not cells:
        raise Unreadable("there is no first name in it.")
    if len(cells) == 1 and "," in cells[0]:
        cells, left = [part.strip() for part in cells[0].split(",") if part.strip()], False
    if len(cells) > 1 and not left:
        cells = [cells[1], cells[0], *cells[2:]]
    given, dropped = _words(cells[0])
    left_out = [*dropped, *cells[1:]]
    notes = [f"We left out “{' '.join(left_out)}”."] if left_out else []
    if dropped and len(cells) == 1 and dropped[0].istitle() and dropped[0].isalpha():
        notes.append(f"Is it part of the first name? Then write {given}-{dropped[0]}.")
    return given, tuple(notes)


def _words(text: str) -> tuple[str, list[str]]:
    """The first name in a few words, and what is not of it. Raises ``Unreadable``."""
    if "@" in text:
        raise Unreadable("this looks like an e-mail address. Write the first name.")
    outside, inside = re.sub(r"\([^)]*\)?", " ", text), re.findall(r"\([^)]*\)?", text)
    outside = unicodedata.normalize("NFC", outside)
    words = [word.strip('.,;:"“”') for word in outside.split()]
    words = [word for word in words if word and word.casefold() not in TITLES]
    loud = [word for word in words if len(word) > 1 and word.isupper()]
    if loud and len(loud) < len([word for word in words if len(word) > 1]):
        words = [word for word in words if word not in loud]  # As in "KHAN Amina".
    else:
        loud = []
    if not words or (_is_an_initial(words[0]) and len(words) > 1):
        raise Unreadable(f"there is no first name in “{text[:LONGEST]}”.")
    return _checked(words[0]), [*loud, *words[1:], *inside]


def _is_an_initial(word: str) -> bool:
    """One letter of a script that has capitals; 李 is a whole name."""
    return len(word) == 1 and word.lower() != word.upper()


def _checked(word: str) -> str:
    """The name in its usual letters. Raises ``Unreadable`` for what is no name."""
    if any(char.isdigit() for char in word):
        raise Unreadable(f"“{word[:LONGEST]}” has a number in it.")
    if not any(char.isalpha() for char in word) or not all(_is_of_a_name(c) for c in word):
        raise Unreadable(f"“{word[:LONGEST]}” is not a name.")
    if len(word) > LONGEST:
        raise Unreadable(f"“{word[:LONGEST]}…” is too long for a card.")
    if word.islower() or word.isupper():
        return "".join(_capitals(word))
    return word


def _is_of_a_name(char: str) -> bool:
    return char in JOINING or unicodedata.category(char)[0] in "LM"


def _capitals(word: str) -> Iterator[str]:
    """Mary-Ann and O’Neil, whatever was typed. An apostrophe late in a name starts nothing."""
    for part in re.split(r"(-|(?<=^[oOdD])['’])", word):
        yield part[:1].upper() + part[1:].lower()
