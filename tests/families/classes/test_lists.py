"""A list of first names, however a teacher has it: typed, from a register, from a spreadsheet."""

from __future__ import annotations

import pytest

from families.classes import files, lists
from families.classes.lists import from_csv, pasted


def names(reading: lists.Reading) -> list[str]:
    assert not reading.problems
    return [one.name for one in reading.names]


PASTED: dict[str, tuple[str, list[str]]] = {
    "one on each line": ("Amina\nKai\n\nZofia\n", ["Amina", "Kai", "Zofia"]),
    "beside each other": ("Amina, Kai, Zofia", ["Amina", "Kai", "Zofia"]),
    "two beside each other": ("Amina, Kai", ["Amina", "Kai"]),
    "numbered": ("1. Amina\n2) Kai\n03 Zofia\n4.", ["Amina", "Kai", "Zofia"]),
    "with bullets": ("• Amina\n- Kai\n☐ Zofia", ["Amina", "Kai", "Zofia"]),
    "as a register": ("Khan, Amina\nLowe, Kai", ["Amina", "Kai"]),
    "loud surnames": ("KHAN Amina\nLOWE Kai", ["Amina", "Kai"]),
    "surname behind": ("Amina Khan\nKai Lowe-Smith", ["Amina", "Kai"]),
    "with a title": ("Miss Amina Khan\nMr. Kai Lowe", ["Amina", "Kai"]),
    "shouted": ("AMINA\nMARY-ANN\nO'NEIL", ["Amina", "Mary-Ann", "O'Neil"]),
    "whispered": ("amina\nd’arcy", ["Amina", "D’Arcy"]),
    "as they are": ("McKenzie\nLeeAnn", ["McKenzie", "LeeAnn"]),
    "of other scripts": ("Łukasz\n李娜\nمريم\nZoë", ["Łukasz", "李娜", "مريم", "Zoë"]),
    "of one sign": ("李", ["李"]),
    "with a heading": ("First name\nAmina\nKai", ["Amina", "Kai"]),
    "two columns with headings": ("Surname\tForename\nKhan\tAmina", ["Amina"]),
    "two columns without": ("Amina\tKhan\nKai\tLowe", ["Amina", "Kai"]),
    "marked with quotes": ('"Amina"\n“Kai”', ["Amina", "Kai"]),
}


@pytest.mark.parametrize("how", PASTED)
def test_pasted(how: str) -> None:
    text, wanted = PASTED[how]
    assert names(pasted(text)) == wanted


def test_the_other_column_where_we_guessed_wrong() -> None:
    reading = pasted("Khan\tAmina\nLowe\tKai")
    assert reading.might_be_swapped
    assert names(pasted("Khan\tAmina\nLowe\tKai", swapped=True)) == ["Amina", "Kai"]
    assert names(pasted("Amina, Khan\nKai, Lowe", swapped=True)) == ["Amina", "Kai"]
    assert not pasted("Amina\nKai").might_be_swapped


def test_what_is_left_out_is_said() -> None:
    (amina,) = pasted("Amina Noor Khan").names
    assert amina.notes[0] == "We left out “Noor Khan”."
    assert "Amina-Noor" in amina.notes[1]
    assert pasted("Amina").names[0].notes == ()


UNREADABLE: dict[str, tuple[str, str]] = {
    "an e-mail address": ("amina@example.org", "looks like an e-mail address"),
    "a number in it": ("Am1na", "has a number in it"),
    "signs in it": ("Am&na", "is not a name"),
    "an initial alone": ("A. Khan", "there is no first name"),
    "far too long": ("Aminaaa" * 10, "is too long for a card"),
    "nothing at all": ("  \n ", "There is no name in it"),
}


@pytest.mark.parametrize("what", UNREADABLE)
def test_what_cannot_be_read_is_said_by_its_line(what: str) -> None:
    line, sentence = UNREADABLE[what]
    reading = pasted(line)
    assert not reading.names
    assert sentence in reading.problems[0]


def test_a_problem_names_its_line() -> None:
    reading = pasted("Amina\n\nK4i\nZofia")
    assert reading.problems[0].startswith("Line 3:")


def test_there_is_an_end() -> None:
    letters = "abcdefghijklmnopqrstuvwxyz"
    many = "\n".join(f"Name{a}{b}" for a in "abc" for b in letters)
    assert "Make at most 60 at a time." in pasted(many).problems[0]


SHEETS: dict[str, tuple[str, list[str]]] = {
    "of one column": ("Name\nAmina\nKai\n", ["Amina", "Kai"]),
    "of a school's system": (
        "UPN,Legal Surname,Preferred Forename,Reg Group\r\nX1,Khan,Amina,9A\r\nX2,Lowe,Kai,9A\r\n",
        ["Amina", "Kai"],
    ),
    "the name they go by": ("Forename,Known as\nMuhammad,Mo\n", ["Mo"]),
    "with semicolons": ("Nachname;First name\nKhan;Amina\n", ["Amina"]),
    "whole names in quotes": ('Pupil\n"Khan, Amina"\n"Lowe, Kai"\n', ["Amina", "Kai"]),
    "without headings": ("Amina,Khan\nKai,Lowe\n", ["Amina", "Kai"]),
    "with empty rows": ("First name,Class\n,\nAmina,9A\n,\n", ["Amina"]),
}


@pytest.mark.parametrize("what", SHEETS)
def test_a_sheet(what: str) -> None:
    text, wanted = SHEETS[what]
    assert names(from_csv(text)) == wanted


def test_a_sheet_that_is_no_table() -> None:
    assert "not part of a table" in from_csv("Amina\r" + "x" * 200_000).problems[0]


def test_a_row_without_a_first_name() -> None:
    (problem,) = from_csv("Surname,First name\nKhan,\n").problems
    assert problem == "Line 2: there is no first name in it."


@pytest.mark.parametrize("coding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_whatever_a_spreadsheet_writes(coding: str) -> None:
    text = "First name\nZoë\nSiân\n"
    assert files.text_of(text.encode(coding)).lstrip("\ufeff") == text


NO_LISTS: dict[str, tuple[bytes, str]] = {
    "a workbook": (b"PK\x03\x04rest", "choose “Save as” and then “CSV”"),
    "an old workbook": (b"\xd0\xcf\x11\xe0rest", "choose “Save as” and then “CSV”"),
    "a picture": (b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x02", "not a list of names"),
    "something huge": (b"a" * (files.BIGGEST + 1), "too big for a list"),
    "bytes of no coding": (b"\xef\xbb\xbf\xff\xff", "cannot be read"),
}


@pytest.mark.parametrize("what", NO_LISTS)
def test_a_file_that_is_no_list(what: str) -> None:
    content, sentence = NO_LISTS[what]
    with pytest.raises(files.NotAList, match=sentence):
        files.text_of(content)
