"""Two A5 pages on each side of an A4 sheet, so that a stack, folded once, is a booklet."""

from __future__ import annotations

import ctypes
import io

import pypdfium2
from pypdfium2 import raw

A5 = (419.53, 595.28)
A4_ACROSS = (841.89, 595.28)
"""Width and height in points (1/72 inch)."""


def padded(pages: int) -> int:
    """Sheets have four pages each."""
    return -(-pages // 4) * 4


def order(pages: int) -> list[int]:
    """Which page stands where, counted from one: left and right, front and back, sheet by sheet.

    It is the order of a saddle stitch: the last page beside the first, the second beside
    the last but one. ``pages`` has to be a multiple of four.
    """
    placed: list[int] = []
    for sheet in range(pages // 4):
        first, last = 2 * sheet + 1, pages - 2 * sheet
        placed += [last, first, first + 1, last - 1]
    return placed


def imposed(booklet: bytes) -> bytes:
    """The same booklet to print on both sides, turned on the short edge, and fold.

    Empty pages are put in before the back cover, which has to stay on the outside.
    """
    source = pypdfium2.PdfDocument(booklet)
    missing = padded(len(source)) - len(source)
    for _ in range(missing):
        source.new_page(*A5, index=len(source) - 1)
    turned = pypdfium2.PdfDocument.new()
    turned.import_pages(source, [number - 1 for number in order(len(source))])
    across = raw.FPDF_ImportNPagesToOne(turned, *map(ctypes.c_float, A4_ACROSS), 2, 1)
    sheets = pypdfium2.PdfDocument(across)
    written = io.BytesIO()
    sheets.save(written)
    for document in (sheets, turned, source):
        document.close()
    return written.getvalue()
