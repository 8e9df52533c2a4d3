"""The teller's words about time, and what a machine makes of them without inventing anything."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stories.when import When, read

READ = [
    ("1985", "1985", "1985-01-01", "1985-12-31"),
    (" 1985 ", "1985", "1985-01-01", "1985-12-31"),
    ("in 1985", "1985", "1985-01-01", "1985-12-31"),
    ("about 1972", "1972~", "1972-01-01", "1972-12-31"),
    ("circa 1934", "1934~", "1934-01-01", "1934-12-31"),
    ("c. 1934", "1934~", "1934-01-01", "1934-12-31"),
    ("1934?", "1934?", "1934-01-01", "1934-12-31"),
    ("Christmas 1978", "1978", "1978-01-01", "1978-12-31"),
    ("summers in the 60s", "196X", "1960-01-01", "1969-12-31"),
    ("the 1960s", "196X", "1960-01-01", "1969-12-31"),
    ("THE SIXTIES, 1960S", "196X", "1960-01-01", "1969-12-31"),
    ("early 1970s", "197X", "1970-01-01", "1979-12-31"),
    ("late 70s", "197X", "1970-01-01", "1979-12-31"),
    ("the '80s", "198X", "1980-01-01", "1989-12-31"),
    ("the ‘80s", "198X", "1980-01-01", "1989-12-31"),
    ("90's", "199X", "1990-01-01", "1999-12-31"),
    ("the 30s", "193X", "1930-01-01", "1939-12-31"),
    ("the 10s", "201X", "2010-01-01", "2019-12-31"),
    ("the 2000s", "200X", "2000-01-01", "2009-12-31"),
    ("20th century", "19XX", "1900-01-01", "1999-12-31"),
    ("between 1950 and 1955", "1950/1955", "1950-01-01", "1955-12-31"),
    ("from 1971 to 1974", "1971/1974", "1971-01-01", "1974-12-31"),
    ("from 1971 until 1974", "1971/1974", "1971-01-01", "1974-12-31"),
    ("1971-1974", "1971/1974", "1971-01-01", "1974-12-31"),
    ("1971–1974", "1971/1974", "1971-01-01", "1974-12-31"),
    ("1971 to 1974", "1971/1974", "1971-01-01", "1974-12-31"),
    ("1971/1974", "1971/1974", "1971-01-01", "1974-12-31"),
    ("1955 or 1956", "1955/1956", "1955-01-01", "1956-12-31"),
    ("March 1978", "1978-03", "1978-03-01", "1978-03-31"),
    ("12 March 1978", "1978-03-12", "1978-03-12", "1978-03-12"),
    ("1st of June 1971", "1971-06-01", "1971-06-01", "1971-06-01"),
    ("12/03/1978", "1978-03-12", "1978-03-12", "1978-03-12"),
    ("1.5.1971", "1971-05-01", "1971-05-01", "1971-05-01"),
    ("5/11/78", "1978-11-05", "1978-11-05", "1978-11-05"),
    ("05/11/09", "2009-11-05", "2009-11-05", "2009-11-05"),
    ("summer 1969", "1969-22", "1969-06-01", "1969-08-31"),
    ("February 2000", "2000-02", "2000-02-01", "2000-02-29"),
]

LEFT_ALONE = [
    "",
    "   ",
    "when Nan was eight",
    "when I was little",
    "yesterday",
    "last week",
    "during the war",
    "before the flats came down",
    "monday",
    "Jan",
    "5 to 7",
    "31/02/1980",
    "31 February 1980",
    "1974-1971",
    "between 1974 and 1971",
    "0000",
    "99999999",
    "1 January 10000",
    "y17e7",
    "../..",
    "?",
    "((((((((",
    "'; DROP TABLE stories_story; --",
    "<script>alert(1)</script>",
    "🎉🎉🎉",
    "\x00",
    "١٩٧٠s",
    "²⁰s",
    "after Jan unknown",
    "autumn 9",
    "about-1972-21",
    "72 1000s19xx' e7 -72",
    "%s %d {0}",
    "9" * 80,
]


@pytest.mark.parametrize(("words", "edtf", "earliest", "latest"), READ)
def test_it_is_read(words: str, edtf: str, earliest: str, latest: str) -> None:
    expected = When(edtf, date.fromisoformat(earliest), date.fromisoformat(latest))
    assert read(words) == expected


@pytest.mark.parametrize("words", LEFT_ALONE)
def test_the_words_stand_alone(words: str) -> None:
    assert read(words) is None


DATELIKE = (
    "about circa c. 1972 72 60s 1960s the summer of in winter between and from to before after or"
    " - / .. ~ ? X u Y 0 1 9 99 12 31 Jan march 1st th century bc ad early late ' ( [ ] { } , . :"
    " T Z +00:00 e7 ^ % ١ ٠ ² decade ago unknown open uuuu 19xx 1972-21 ١٩٧0s 0000s -72"
)
PIECES = st.sampled_from(DATELIKE.split())


def check(words: str) -> None:
    reading = read(words)
    if reading is not None:
        assert reading.earliest <= reading.latest
        assert reading.edtf.isprintable()
        assert len(reading.edtf) <= 40


@given(st.text(max_size=80))
def test_nothing_that_can_be_typed_breaks_it(words: str) -> None:
    check(words)


@given(st.lists(PIECES, max_size=8), st.sampled_from(["", " "]))
def test_nothing_that_sounds_like_a_date_breaks_it(pieces: list[str], between: str) -> None:
    check(between.join(pieces)[:80])


@given(st.dates(min_value=date(1800, 1, 1)))
def test_a_day_as_we_write_it_is_that_day(day: date) -> None:
    for words in (f"{day:%d/%m/%Y}", f"{day.day} {day:%B} {day.year}", day.isoformat()):
        assert read(words) == When(day.isoformat(), day, day)
