"""Which page stands where on the sheets of a booklet."""

from __future__ import annotations

import io

import pypdfium2
import pytest

from archive.copies import imposing


@pytest.mark.parametrize(
    ("pages", "padded", "order"),
    [
        (1, 4, [4, 1, 2, 3]),
        (4, 4, [4, 1, 2, 3]),
        (5, 8, [8, 1, 2, 7, 6, 3, 4, 5]),
        (8, 8, [8, 1, 2, 7, 6, 3, 4, 5]),
        (12, 12, [12, 1, 2, 11, 10, 3, 4, 9, 8, 5, 6, 7]),
    ],
)
def test_order(pages: int, padded: int, order: list[int]) -> None:
    assert imposing.padded(pages) == padded
    assert imposing.order(padded) == order


def test_six_pages_are_four_sides_and_the_cover_stays_outside() -> None:
    source = pypdfium2.PdfDocument.new()
    for number in range(6):
        page = source.new_page(*imposing.A5)
        mark = pypdfium2.PdfObject(
            pypdfium2.raw.FPDFPageObj_CreateNewRect(100, 100, 10 * (number + 1), 10),
            pdf=source,
        )
        pypdfium2.raw.FPDFPageObj_SetFillColor(mark, 0, 0, 0, 255)
        pypdfium2.raw.FPDFPath_SetDrawMode(mark, 1, False)
        page.insert_obj(mark)
        page.gen_content()
    written = io.BytesIO()
    source.save(written)
    source.close()
    sheets = pypdfium2.PdfDocument(imposing.imposed(written.getvalue()))
    assert len(sheets) == 4
    assert sheets[0].get_size() == pytest.approx(imposing.A4_ACROSS, abs=0.1)
    marks = [_marks(page) for page in sheets]
    sheets.close()
    # Pages 6 and 1 are the outside; 7 and 8 of eight are empty, before the back.
    assert marks == [[60, 10], [20, 0], [0, 30], [40, 50]]


def _marks(sheet: pypdfium2.PdfPage) -> list[int]:
    """How wide the mark in each half is, in points."""
    drawn = sheet.render(scale=1, grayscale=True).to_numpy() < 128
    half = drawn.shape[1] // 2
    return [round(int(side.any(axis=0).sum()), -1) for side in (drawn[:, :half], drawn[:, half:])]
