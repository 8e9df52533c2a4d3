"""One tap mends what may give somebody away, and the text closes up behind it."""

from __future__ import annotations

import pytest

from families.models import Person
from stories import safeguarding
from stories.mends import mended, mends

NELL = Person(pk=1, name="Nell Byrne", public_name="Nell", is_child=True)

MENDED: list[tuple[str, str, str, str]] = [
    ("Ring 0161 496 0000 after six", "0161 496 0000", "Take it out", "Ring after six"),
    ("Ring 0161 496 0000.", "0161 496 0000", "Take it out", "Ring."),
    ("07700900123", "07700900123", "Take it out", ""),
    ("(07700900123)", "07700900123", "Take it out", "()"),
    ("At M9 4AA\nin 1970", "M9 4AA", "Take it out", "At\nin 1970"),
    ("I lived at 14 Moston Lane.", "14 Moston Lane", "Take it out", "I lived at."),
    (
        "I lived at 14 Moston Lane.",
        "14 Moston Lane",
        "Leave out the house number",
        "I lived at Moston Lane.",
    ),
    ("14a, Queen's Road", "14a, Queen's Road", "Leave out the house number", "Queen's Road"),
    ("Nell Byrne ran.", "Byrne", "Use just the first name", "Nell ran."),
    ("NELL BYRNE ran.", "BYRNE", "Use just the first name", "NELL ran."),
    ("Nell Byrne’s hat", "Byrne’s", "Use just the first name", "Nell’s hat"),
    ("Young Byrne ran.", "Byrne", "Use just the first name", "Young Nell ran."),
    ("Nell Byrne ran.", "Byrne", "Take it out", "Nell ran."),
    ("Byrneside and Nell Byrne", "Byrne", "Take it out", "Byrneside and Nell"),
    ("add me @nell_07, yes", "@nell_07", "Take it out", "add me, yes"),
]


@pytest.mark.parametrize(("text", "excerpt", "label", "after"), MENDED)
def test_a_tap_mends_it(text: str, excerpt: str, label: str, after: str) -> None:
    surnames = NELL.surnames()
    found = [*safeguarding.find(text), *safeguarding.named(surnames, text)]
    finding = next(each for each in found if each.excerpt == excerpt)
    ways = {str(mend.label): mend for mend in mends(finding, text, [NELL])}
    mend = ways[label]
    assert mended(text, mend.instead_of, mend.words) == after


def test_words_that_are_gone_are_mended_already() -> None:
    assert mended("Nothing here", "@nell_07", "") == "Nothing here"


def test_the_best_way_comes_first() -> None:
    finding = next(safeguarding.find("14 Moston Lane"))
    assert [str(mend.label) for mend in mends(finding, "14 Moston Lane", [])] == [
        "Leave out the house number",
        "Take it out",
    ]
