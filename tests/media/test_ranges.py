"""Parts of a file, as RFC 9110 has them."""

from __future__ import annotations

import io

import pytest

from media.ranges import BoundedReader, Span, Unsatisfiable, asked_for

SIZE = 1000


@pytest.mark.parametrize(
    ("header", "first", "last"),
    [
        ("bytes=0-", 0, 999),
        ("bytes=0-0", 0, 0),
        ("bytes=0-499", 0, 499),
        ("bytes=500-", 500, 999),
        ("bytes=999-", 999, 999),
        ("bytes=990-5000", 990, 999),
        ("bytes=-1", 999, 999),
        ("bytes=-5000", 0, 999),
        ("bytes= 5-9 ", 5, 9),
    ],
)
def test_ranges_that_are_sent(header: str, first: int, last: int) -> None:
    span = asked_for(header, SIZE)
    assert span == Span(first, last, SIZE)
    assert span.length == last - first + 1
    assert span.header == f"bytes {first}-{last}/1000"


@pytest.mark.parametrize(
    "header",
    [
        "",
        "bytes=",
        "bytes=-",
        "bytes=5-2",
        "bytes=a-b",
        "bytes=0-1,5-6",
        "pages=1-2",
        "0-5",
        "bytes=٣-٤",
        "bytes=" + "9" * 40 + "-",
    ],
)
def test_what_is_not_understood_gets_the_whole_file(header: str) -> None:
    assert asked_for(header, SIZE) is None


@pytest.mark.parametrize("header", ["bytes=1000-", "bytes=1000-2000", "bytes=-0"])
def test_ranges_outside_the_file(header: str) -> None:
    with pytest.raises(Unsatisfiable):
        asked_for(header, SIZE)


@pytest.mark.parametrize("header", ["bytes=0-", "bytes=-1"])
def test_an_empty_file_has_no_ranges(header: str) -> None:
    with pytest.raises(Unsatisfiable):
        asked_for(header, 0)


def test_a_reader_stops_at_the_end_of_its_span() -> None:
    file = io.BytesIO(bytes(range(100)))
    reader = BoundedReader(file, Span(10, 19, 100))
    assert reader.read(4) == bytes(range(10, 14))
    assert reader.read() == bytes(range(14, 20))
    assert reader.read(5) == b""
    reader.close()
    assert file.closed
