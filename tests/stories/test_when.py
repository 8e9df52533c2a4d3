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
    ("early 1970s", "1970/1973", "1970-01-01", "1973-12-31"),
    ("the mid-seventies", "1974/1976", "1974-01-01", "1976-12-31"),
    ("late 70s", "1977/1979", "1977-01-01", "1979-12-31"),
    ("the end of the 70s", "1977/1979", "1977-01-01", "1979-12-31"),
    ("the seventies", "197X", "1970-01-01", "1979-12-31"),
    ("the nineteen-sixties", "196X", "1960-01-01", "1969-12-31"),
    ("the 50s and 60s", "1950/1969", "1950-01-01", "1969-12-31"),
    ("1972ish", "1972~", "1972-01-01", "1972-12-31"),
    ("about 72", "1972~", "1972-01-01", "1972-12-31"),
    ("the summer of 76", "1976-22", "1976-06-01", "1976-08-31"),
    ("before 1950", "/1950", "1940-12-31", "1950-12-31"),
    ("until 1950", "/1950", "1940-12-31", "1950-12-31"),
    ("after 1950", "1950/", "1950-01-01", "1960-01-01"),
    ("the war", "1939/1945", "1939-01-01", "1945-12-31"),
    ("During the War", "1939/1945", "1939-01-01", "1945-12-31"),
    ("in wartime", "1939/1945", "1939-01-01", "1945-12-31"),
    ("just before the war", "/1939", "1929-12-31", "1939-12-31"),
    ("after the war", "1945/", "1945-01-01", "1955-01-01"),
    ("the First World War", "1914/1918", "1914-01-01", "1918-12-31"),
    ("WW2", "1939/1945", "1939-01-01", "1945-12-31"),
    ("VE Day", "1945-05-08", "1945-05-08", "1945-05-08"),
    ("when Nan was eight, about 1956", "1956~", "1956-01-01", "1956-12-31"),
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
    "in my thirties",
    "the war in my street",
    "the cold war",
    "last year",
    "ten years ago",
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


COUNTED = [
    ("last year", "2025"),
    ("this year", "2026"),
    ("yesterday", "2026-03-09"),
    ("last summer", "2025-22"),
    ("last winter", "2025-24"),
    ("3 years ago", "2023"),
    ("30 years ago", "1996~"),
    ("from 1971 to now", "1971/2026"),
]


@pytest.mark.parametrize(("words", "edtf"), COUNTED)
def test_some_words_count_from_the_day_they_were_said(words: str, edtf: str) -> None:
    reading = read(words, said_on=date(2026, 3, 10))
    assert reading is not None
    assert reading.edtf == edtf


@pytest.mark.parametrize(("month", "edtf"), [(3, "2025-22"), (8, "2025-22"), (9, "2026-22")])
def test_the_last_summer_is_one_that_is_over(month: int, edtf: str) -> None:
    reading = read("last summer", said_on=date(2026, month, 1))
    assert reading is not None
    assert reading.edtf == edtf


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
