"""Words are found again after everything round them was changed, and not where they are not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stories.conversation import quotes, sentences

TOLD = "The mill was red. It was loud. We had tea. It was loud. Then home."


def test_the_surroundings_say_which_of_two_is_meant() -> None:
    second = TOLD.rindex("It was loud.")
    quote = quotes.find(TOLD, "It was loud.", "We had tea. ", " Then home.")
    assert quote is not None
    assert (quote.start, quote.exact) == (second, "It was loud.")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Before. The looms were so loud. After.", True),
        ("The  looms\nwere so loud.", True),
        ("The looms were quiet.", False),
        ("", False),
    ],
)
def test_white_space_and_neighbours_may_change(text: str, found: bool) -> None:
    quote = quotes.find(text, "The looms were so loud.", "Then: ", " And warm.")
    assert (quote is not None) == found


def test_a_short_word_elsewhere_is_not_the_one_that_was_meant() -> None:
    assert quotes.find("He said yes at once.", "yes", "I cried ", " and ran") is None
    assert quotes.find("I cried yes and left.", "yes", "I cried ", " and ran") is not None


def test_nothing_is_found_nowhere() -> None:
    assert quotes.find("The mill.", "  ") is None


@given(before=st.text(max_size=50), words=st.text(min_size=1, max_size=50), after=st.text())
def test_whatever_was_quoted_is_found_where_it_stood(before: str, words: str, after: str) -> None:
    text = before + words + after
    first = quotes.find(text, words)
    if first is None:
        assert not words.strip()
    else:
        assert first.exact.split() == words.split()
        assert text[first.start : first.end] == first.exact


@pytest.mark.parametrize(
    ("text", "split"),
    [
        ("It was red. It was loud!", ["It was red.", "It was loud!"]),
        ("She said “Go home.” I went.", ["She said “Go home.”", "I went."]),
        ("No stop\n\nNew line", ["No stop", "New line"]),
        ("It cost 2.50 then.", ["It cost 2.50 then."]),
        ("Yes. Yes.", ["Yes."]),
        ("  ", []),
    ],
)
def test_sentences_stand_as_they_were_written(text: str, split: list[str]) -> None:
    assert sentences.split(text) == split
    assert all(sentence in text for sentence in split)
