"""Which pages of a document that we have set lack a letter, because no font here has it.

Typst draws an empty box in the place of such a letter, without a word. In its PDF the box
is glyph 0, for which pdfium tells the letter 0.
"""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium

from media.bounds import MAX_SHOWN_PAGES


def lacking(path: Path) -> list[int]:
    """The numbers of these pages, counted from 1, of those that are shown one by one."""
    with closing(pypdfium2.PdfDocument(path)) as paper:
        shown = range(min(MAX_SHOWN_PAGES, len(paper)))
        return [index + 1 for index in shown if 0 in _letters(paper, index)]


def _letters(paper: pypdfium2.PdfDocument, index: int) -> Iterator[int]:
    with closing(paper[index]) as page, closing(page.get_textpage()) as text:
        for number in range(text.count_chars()):
            yield pdfium.FPDFText_GetUnicode(text, number)
