"""A reading age of nine: Flesch-Kincaid grade 4 or lower over the sentences of the desk."""

from __future__ import annotations

import pytest

from tests.language.catalogue import of_the_desk, said_in
from tests.language.reading_age import measured, sentences_of, syllables

GRADE = 4.0
HARDEST = 9.0
"""No sentence of its own may be harder, whatever the others are. Short ones swing too much."""
LONG_ENOUGH = 6


def test_the_desk_is_read_at_nine() -> None:
    said = [text for entry in of_the_desk() for text in said_in(entry)]
    whole = [text for text in said if len(text.split()) > 1]
    assert len(whole) > 300
    assert measured(whole).grade <= GRADE


def test_no_sentence_is_hard() -> None:
    hard = []
    for entry in of_the_desk():
        for text in said_in(entry):
            for words in sentences_of(text):
                grade = measured([" ".join(words)]).grade
                if len(words) >= LONG_ENOUGH and grade > HARDEST:
                    hard.append(f"{grade:.1f} {' '.join(words)}")
    assert hard == []


@pytest.mark.parametrize(
    ("word", "count"),
    [("cat", 1), ("memory", 3), ("Collyhurst", 3), ("you’ve", 1), ("reporter", 3), ("nan", 1)],
)
def test_syllables_are_counted_as_they_are_spoken(word: str, count: int) -> None:
    assert syllables(word) == count


def test_the_measure_can_tell_hard_from_easy() -> None:
    easy = measured(["The cat sat on the mat. We ran home."])
    hard = measured(["Contributors must authenticate before submitting supplementary metadata."])
    assert easy.grade < 2
    assert hard.grade > 12
    assert (easy.sentences, easy.words) == (2, 9)


def test_what_is_filled_in_is_not_counted_as_markup() -> None:
    assert sentences_of("<strong>%(who)s</strong> asks you.")[0][-2:] == ["asks", "you"]
