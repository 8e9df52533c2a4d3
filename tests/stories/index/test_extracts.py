"""The few words around what was looked for: whole words, cut kindly, marked where they answer."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stories.index.extracts import Extract, extracts, pattern_of
from stories.index.folding import even, fold, words_in
from stories.index.question import Question, Term, read

LONG = f"{'word ' * 40}the lamplighter came {'after ' * 60}"


def marked(text: str, question: Question) -> str:
    """The extract with its hits between brackets; "" where there is none."""
    pattern = pattern_of(question)
    assert pattern is not None
    extract = extracts([[text, "", None]], pattern).written
    pieces = extract.pieces if extract else ()
    return "".join(f"[{piece.text}]" if piece.is_hit else piece.text for piece in pieces)


@pytest.mark.parametrize(
    ("typed", "text", "shown"),
    [
        ("cafe", "Mum’s CAFÉ.", "Mum’s [CAFÉ]."),
        ("mums", "Mum’s CAFÉ.", "[Mum’s] CAFÉ."),
        ("break", "A breakfast, a fastbreak.", "A [breakfast], a fastbreak."),
        ("clock", "One o’clock by the clock.", "One o’clock by the [clock]."),
        ("two bob", "Bob had two bobs.", "[Bob] had [two] [bobs]."),
        ('"two bob"', "For two  bob, not bob.", "For [two  bob], not bob."),
        ("zebra", "No such thing.", ""),
        ("b", "<b>bold</b>", "<[b]>[bold]</[b]>"),
    ],
)
def test_what_answers_is_marked(typed: str, text: str, shown: str) -> None:
    assert marked(text, read(typed)) == shown


def test_other_forms_are_marked_too() -> None:
    question = Question((Term(("grow",), forms=("grew", "growing")),))

    assert marked("He grew. It was growing, a growth.", question) == (
        "He [grew]. It was [growing], a growth."
    )


def test_a_long_text_is_cut_between_words_around_the_hit() -> None:
    shown = marked(LONG, read('"lamplighter"'))

    assert shown.startswith("… word word") and shown.endswith("after …")
    assert "the [lamplighter] came after" in shown
    assert len(shown) < 260
    assert marked(f"{'x' * 300} lamp{'y' * 300}", read("lamp")).startswith("… [lamp")


def test_the_first_that_is_written_and_the_first_that_is_said() -> None:
    pattern = pattern_of(read("hooter"))
    assert pattern is not None
    found = extracts(
        [
            ["Nothing.", "", None],
            ["The hooter.", "", None],
            ["A second hooter.", "", None],
            ["I heard the hooter.", "abc", 62.5],
            ["Hooter again.", "abc", 99.0],
        ],
        pattern,
    )

    assert str(found.written) == "The hooter."
    assert (str(found.said), found.said and found.said.moment) == (
        "I heard the hooter.",
        "said-abc-62500",
    )
    assert found.said and found.said.time == "1:02"
    assert Extract(()).moment == ""


def test_a_question_without_words_has_no_pattern() -> None:
    assert pattern_of(read("…")) is None


@given(st.text(max_size=60))
def test_folding_evenly_moves_nothing(text: str) -> None:
    assert len(even(text)) == len(text)


@given(st.text(max_size=60), st.text(max_size=20))
def test_no_extract_says_anything_that_is_not_written(text: str, typed: str) -> None:
    pattern = pattern_of(read(typed))
    found = extracts([[text, "", None]], pattern).written if pattern else None

    assert found is None or str(found).strip("… ") in text


@pytest.mark.parametrize(
    ("text", "folded", "words"),
    [
        ("‘Straße’ ÉLAN", "'strasse' elan", ["strasse", "elan"]),
        ("knocker-up’s 3rd_job", "knocker-up's 3rd_job", ["knocker", "ups", "3rd", "job"]),
        ("x" * 50, "x" * 50, ["x" * 40]),
    ],
)
def test_folding(text: str, folded: str, words: list[str]) -> None:
    assert (fold(text), words_in(text)) == (folded, words)


def test_a_very_long_question_is_cut() -> None:
    many = " ".join(f"word{number}" for number in range(50))

    assert len(read(many).terms) == 8
    assert len(read(f'"{many}"').terms[0].words) == 12
