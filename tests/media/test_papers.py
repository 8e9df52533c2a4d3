"""Papers come out as pictures of pages and a PDF that holds nothing else."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image

from media.formats import FORMATS, Kind
from media.recipes import bound_pages, confined, make, papers
from media.recipes.made import Outcome
from media.refusals import Refused
from tests.media import samples

Made = Callable[..., Path]
PDF = FORMATS["pdf"]


def made_of(source: Path, into: Path) -> Outcome:
    return papers.make(source, PDF, into, lambda percent: None)


def test_a_paper_becomes_pictures_a_cover_and_a_pdf(paper: Path, tmp_path: Path) -> None:
    outcome = made_of(paper, tmp_path)
    names = [made.name for made in outcome.made]
    assert names == ["cover.jpg", "page-1.webp", "page-2.webp", "paper.pdf"]
    assert outcome.pages == 2
    with Image.open(tmp_path / "page-1.webp") as page:
        assert page.width == papers.WIDTH
        assert page.height / page.width == pytest.approx(842 / 595, abs=0.01)
        assert page.convert("RGB").getpixel((50, 50))[0] > 200
    with Image.open(tmp_path / "cover.jpg") as cover:
        assert cover.width == papers.COVER


def test_the_rebuilt_pdf_has_pages_and_nothing_else(paper: Path, tmp_path: Path) -> None:
    assert samples.SECRET.encode() in paper.read_bytes() or b"/Author" in paper.read_bytes()
    made_of(paper, tmp_path)
    data = (tmp_path / "paper.pdf").read_bytes()
    for mark in (
        b"/Info",
        b"/Author",
        b"/Metadata",
        b"/JavaScript",
        b"/Producer",
        b"/CreationDate",
    ):
        assert mark not in data
    with closing(pypdfium2.PdfDocument(tmp_path / "paper.pdf")) as rebuilt:
        assert not any(rebuilt.get_metadata_dict().values())
        assert rebuilt[0].get_size() == pytest.approx((595, 842), abs=1)
        drawn = rebuilt[0].render().to_pil().convert("RGB")
    assert drawn.getpixel((20, 20))[0] > 200
    assert drawn.getpixel((20, 20))[2] < 80


def test_long_papers_show_their_first_pages_and_keep_them_all(
    paper: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(papers, "MAX_SHOWN_PAGES", 1)
    outcome = made_of(paper, tmp_path)
    assert [made.name for made in outcome.made] == ["cover.jpg", "page-1.webp", "paper.pdf"]
    with closing(pypdfium2.PdfDocument(tmp_path / "paper.pdf")) as rebuilt:
        assert len(rebuilt) == 2


def test_too_many_pages_are_refused(
    paper: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(papers, "MAX_PAGES", 1)
    with pytest.raises(Refused) as caught:
        made_of(paper, tmp_path)
    assert caught.value.code == "too_many_pages"


@pytest.mark.parametrize("size", [(200, 4000), (4000, 100)])
def test_odd_shapes_fit(tmp_path: Path, size: tuple[int, int]) -> None:
    source = samples.paper(tmp_path / "receipt.pdf", 1, size)
    outcome = made_of(source, tmp_path)
    page = outcome.made[1]
    assert (page.width or 0) <= papers.WIDTH
    assert (page.height or 0) <= papers.TALLEST


def test_progress_counts_pages(paper: Path, tmp_path: Path) -> None:
    heard: list[int] = []
    papers.make(paper, PDF, tmp_path, heard.append)
    assert heard == [47, 95]


@pytest.mark.parametrize("share", [0.3, 0.95])
def test_a_paper_that_was_cut_off_is_refused(made: Made, tmp_path: Path, share: float) -> None:
    whole = made("long.pdf", samples.paper, 4)
    with pytest.raises(Refused) as caught:
        made_of(samples.cut(whole, share), tmp_path)
    assert caught.value.code == "broken"


@pytest.mark.parametrize("content", [b"%PDF-1.4\n%%EOF", b"%PDF-1.7\n" + b"x" * 500 + b"%%EOF"])
def test_a_paper_with_nothing_in_it_is_refused(tmp_path: Path, content: bytes) -> None:
    source = tmp_path / "empty.pdf"
    source.write_bytes(content)
    with pytest.raises(Refused, match="broken"):
        made_of(source, tmp_path)


def _bound(path: Path, pages: list[tuple[float, float]]) -> Path:
    sheet = path.with_suffix(".jpg")
    Image.new("RGB", (10, 10)).save(sheet)
    bound_pages.write([bound_pages.PagePicture(sheet, (10, 10), points) for points in pages], path)
    return path


def test_a_pdf_without_pages_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="broken"):
        made_of(_bound(tmp_path / "none.pdf", []), tmp_path)


def test_a_locked_paper_says_so(tmp_path: Path) -> None:
    source = tmp_path / "locked.pdf"
    source.write_bytes(LOCKED)
    with pytest.raises(Refused) as caught:
        made_of(source, tmp_path)
    assert caught.value.code == "locked"


def test_a_page_that_cannot_be_drawn_is_refused(
    paper: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*args: object, **kwargs: object) -> None:
        raise pypdfium2.PdfiumError("no")

    monkeypatch.setattr(pypdfium2.PdfPage, "render", fail)
    with pytest.raises(Refused, match="broken"):
        papers.check(paper, PDF)


def test_a_rebuilt_paper_is_counted(
    paper: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(papers, "write", lambda pages, path: _bound(path, [(10, 10)]))
    with pytest.raises(ValueError, match="has 1 pages, not 2"):
        made_of(paper, tmp_path)


def test_the_work_is_done_in_a_child(paper: Path, tmp_path: Path) -> None:
    confined.check(paper, PDF)
    outcome = make(Kind.DOCUMENT, paper, PDF, tmp_path, lambda percent: None)
    assert outcome.pages == 2


LOCKED = (
    b"""%PDF-1.4
1 0 obj
<< /Type /Catalog /Pages 2 0 R >>
endobj
2 0 obj
<< /Type /Pages /Count 1 /Kids [3 0 R] >>
endobj
3 0 obj
<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] >>
endobj
4 0 obj
<< /Filter /Standard /V 1 /R 2 /P -4 /O <"""
    + b"11" * 32
    + b"> /U <"
    + b"22" * 32
    + b""">  >>
endobj
xref
0 5
0000000000 65535 f 
trailer
<< /Size 5 /Root 1 0 R /Encrypt 4 0 R /ID [<00112233445566778899aabbccddeeff> <00>] >>
startxref
0
%%EOF
"""
)
