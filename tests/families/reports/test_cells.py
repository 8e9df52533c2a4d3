"""No cell of a report is ever worked out by a spreadsheet, in CSV or in XLSX."""

from __future__ import annotations

import csv
import io
from datetime import date
from types import SimpleNamespace
from typing import Any

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from wagtail.admin.ui.tables import Column

from families.reports.cells import FORMULA, harmless
from families.reports.report import SchoolReport

BEGINNINGS = st.sampled_from([*FORMULA, " =", "\x00=", "\ufffe+"])
TITLES = st.one_of(st.text(), st.builds(str.__add__, BEGINNINGS, st.text()))


def report() -> SchoolReport:
    made = SchoolReport()
    made.list_export, made.export_headings = ["title"], {"title": "Title"}
    made.columns = [Column("title")]
    return made


def in_csv(row: Any) -> str:
    text = b"".join(report().stream_csv([row])).decode()
    return list(csv.reader(io.StringIO(text, newline="")))[1][0]


def in_xlsx(row: Any) -> Any:
    written = io.BytesIO()
    report().write_xlsx([row], written)
    return openpyxl.load_workbook(written).active["A2"]


@given(TITLES)
def test_a_title_is_words_whatever_it_is(title: str) -> None:
    row = SimpleNamespace(title=title)
    assert not in_csv(row).lstrip(" ").startswith(FORMULA)
    cell = in_xlsx(row)
    assert cell.data_type != "f"
    assert not str(cell.value or "").lstrip(" ").startswith(FORMULA)


@given(TITLES)
def test_a_title_that_is_no_formula_stays_as_it_is(title: str) -> None:
    safe = harmless(title)
    if not safe.startswith("'"):
        assert all(letter in title for letter in safe)


@pytest.mark.parametrize("value", [-3, 2.5, date(2026, 9, 1), None])
def test_a_number_and_a_day_stay_what_they_are(value: Any) -> None:
    assert harmless(value) is value


@pytest.mark.parametrize("title", ["=1+1", "+44", "-x", "@sum", "\tx", "\rx", "\nx", "＝1", "  =1"])
def test_what_looks_like_a_formula_is_quoted(title: str) -> None:
    assert harmless(title) == f"'{title}"
