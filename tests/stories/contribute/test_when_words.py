"""How we read a date, said back."""

import pytest

from stories.contribute.when_words import said_back


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("about 1972", "about 1972"),
        ("1985", "1985"),
        ("summers in the 60s", "the 1960s"),
        ("summer 1985", "summer 1985"),
        ("August 1964", "August 1964"),
        ("12 March 1964", "12 March 1964"),
        ("between 1960 and 1965", "1960 to 1965"),
        ("before 1950", "before 1950"),
        ("after the war", "after 1945"),
        ("the war", "1939 to 1945"),
        ("early 1980s", "1980 to 1983"),
        ("when Nan was eight", ""),
        ("", ""),
    ],
)
def test_said_back(typed: str, said: str) -> None:
    assert said_back(typed) == said
