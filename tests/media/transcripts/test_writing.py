"""What is written out is read back as the same, by us and by others."""

from __future__ import annotations

import html
import io

import pytest
import webvtt as independent
from hypothesis import given
from hypothesis import strategies as st

from media.transcripts import clock, subrip, webvtt
from media.transcripts.cues import Cue, Cues, Span, in_order, less, merged, one_line, plain

LINES = st.text(max_size=80)


@st.composite
def cues(draw: st.DrawFn) -> Cue:
    start = draw(st.integers(0, 4_000_000))
    length = draw(st.integers(1, 60_000))
    text = plain("\n".join(draw(st.lists(LINES, max_size=3))))
    return Cue(start, start + length, text, one_line(draw(LINES))[:60].strip())


@given(st.lists(cues(), max_size=5))
def test_everything_comes_back(said: list[Cue]) -> None:
    assert webvtt.read(webvtt.write(in_order(said))) == in_order(said)


@given(st.lists(cues(), max_size=5))
def test_nothing_that_is_said_can_become_markup(said: list[Cue]) -> None:
    body = webvtt.write(Cue(c.start_ms, c.end_ms, c.text) for c in said).replace("-->", "")
    assert not set("<>") & set(body)


@given(st.text())
def test_any_text_is_read_or_told(text: str) -> None:
    for read in (webvtt.read, subrip.read):
        try:
            read(text)
        except webvtt.Malformed as malformed:
            assert malformed.problems


@given(st.integers(0, 86_400_000))
def test_a_time_that_is_shown_is_read_back(ms: int) -> None:
    assert clock.read(clock.typed(ms)) == ms
    assert clock.read(clock.stamp(ms)) == ms


@pytest.mark.parametrize(
    "typed", ["", "soon", "1:2:3:4", "-1", "1:00.", "٣", "1:99999:00", "24:00:01"]
)
def test_what_is_no_time_is_none(typed: str) -> None:
    assert clock.read(typed) is None


TOLD: Cues = (
    Cue(0, 1500, "It was loud: 2 < 3 & 4 > 3.", "Rita"),
    Cue(1500, 62_000, "So loud\nthat we signed.", "Jo Ann"),
    Cue(3_661_001, 3_662_000, "<script>alert(1)</script>"),
)


def test_an_independent_reader_understands_it() -> None:
    read = independent.from_buffer(io.StringIO(webvtt.write(TOLD)))
    assert [(c.start, c.end) for c in read] == [
        ("00:00:00.000", "00:00:01.500"),
        ("00:00:01.500", "00:01:02.000"),
        ("01:01:01.001", "01:01:02.000"),
    ]
    assert [c.voice for c in read] == ["Rita", "Jo Ann", None]
    assert [html.unescape(c.text) for c in read] == [cue.text for cue in TOLD]


@pytest.mark.parametrize(
    ("spans", "joined"),
    [
        ([], ()),
        ([(0, 1), (2, 3)], ((0, 1), (2, 3))),
        ([(2, 3), (0, 2)], ((0, 3),)),
        ([(0, 9), (2, 3)], ((0, 9),)),
        ([(5, 5), (7, 6)], ()),
    ],
)
def test_passages_that_touch_are_one(spans: list[Span], joined: tuple[Span, ...]) -> None:
    assert merged(spans) == joined


@pytest.mark.parametrize(
    ("span", "left"),
    [
        ((0, 1500), [1, 2]),
        ((1499, 1500), [1, 2]),
        ((1499, 1501), [2]),
        ((62_000, 3_661_001), [0, 1, 2]),
        ((0, 9_000_000), []),
    ],
)
def test_a_line_that_is_held_in_part_is_left_out_whole(span: Span, left: list[int]) -> None:
    assert less(TOLD, [span]) == tuple(TOLD[place] for place in left)
