"""Words of a theme ask for a second look; words that only look like them do not."""

from __future__ import annotations

import pytest

from stories import themes


@pytest.mark.parametrize(
    ("words", "theme"),
    [
        ("She tried to kill herself.", "self-harm"),
        ("An overdose.", "self-harm"),
        ("He hit me every Friday.", "abuse"),
        ("They were abused.", "abuse"),
        ("A boy was stabbed there.", "violence"),
        ("He sold Heroin.", "drugs and drink"),
        ("My grandad passed away.", "death"),
        ("She had dementia.", "illness"),
        ("He went to prison.", "crime"),
        ("We waited for leave to remain.", "coming to this country"),
        ("It was racist.", "hate"),
        ("She was pregnant at sixteen.", "love and sex"),
    ],
)
def test_a_word_of_each_theme(words: str, theme: str) -> None:
    assert theme in {touched.theme for touched in themes.find(words)}


@pytest.mark.parametrize(
    "words",
    [
        "The deadline was Friday.",
        "Gunpowder tea and a gun-metal pram.",
        "He had grapes, and the drapes were red.",
        "We played in the Diedrich house; nobody skilled came.",
        "My nan was a weaver at the mill, and we ate rhubarb.",
        "The chapel on the corner, and the strike of 1926.",
        "",
    ],
)
def test_what_is_no_theme(words: str) -> None:
    assert list(themes.find(words)) == []


def test_it_says_which_word_and_where() -> None:
    text = "Then he Passed  away."
    (touched,) = themes.find(text.replace("  ", " "))
    assert (touched.word, touched.start, touched.end) == ("Passed away", 8, 19)
    assert touched.name == "death: passed away"
