"""Somebody's age becomes a year, and their year of birth is kept nowhere."""

from __future__ import annotations

import pytest

from stories.ages import Age, read, with_year

READ = [
    ("when Nan was 8", Age("Nan", 8)),
    ("When my nan was eight", Age("nan", 8)),
    ("when I was about 12", Age("I", 12)),
    ("in the summer when Grandad Joe was fifteen", Age("Grandad Joe", 15)),
    ("when they were twenty", Age("they", 20)),
]
NOT_READ = ["", "1985", "when Nan was little", "when it was 5 o’clock", "she was 8", "when 8 was 9"]


@pytest.mark.parametrize(("words", "age"), READ)
def test_an_age_is_read(words: str, age: Age) -> None:
    assert read(words) == age


@pytest.mark.parametrize("words", NOT_READ)
def test_other_words_are_no_age(words: str) -> None:
    assert read(words) is None


@pytest.mark.parametrize(
    ("words", "born", "said"),
    [
        ("when Nan was 8", "1948", "when Nan was 8, about 1956"),
        ("When Nan was 8.", " 1948 ", "When Nan was 8, about 1956"),
        ("when Nan was 8", "48", None),
        ("when Nan was 8", "", None),
        ("when Nan was 8", "1748", None),
        ("when Nan was 8", "2020", None),
        ("when Nan was 8", "١٩٤٨", None),
        ("in the 60s", "1948", None),
    ],
)
def test_the_year_is_put_behind_the_words(words: str, born: str, said: str | None) -> None:
    assert with_year(words, born, this_year=2026) == said
