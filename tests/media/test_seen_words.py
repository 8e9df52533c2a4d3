"""The words of a page are those that a reader sees on it, and the words over a scan."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image, ImageDraw, TiffImagePlugin

from media.formats import FORMATS
from media.recipes import papers, scanned, sheets
from media.recipes.made import Outcome
from media.refusals import Refused
from media.sniff import sniff
from tests.media import samples

PDF, SCAN = FORMATS["pdf"], FORMATS["tiff-pages"]


def written(path: Path, *contents: str, entries: str = "", extra: str = "") -> Path:
    """A PDF with one page of 400 by 300 points for each content stream; /F is Helvetica."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>"]
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(len(contents)))
    objects.append(f"<< /Type /Pages /Count {len(contents)} /Kids [{kids}] >>")
    objects.append("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>")
    for number, content in enumerate(contents):
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 400 300] {entries} /Contents "
            f"{5 + 2 * number} 0 R /Resources << /Font << /F 3 0 R >> >> >>"
        )
        objects.append(f"<< /Length {len(content)} >>\nstream\n{content}\nendstream")
    data, places = "%PDF-1.4\n", []
    for number, one in enumerate(objects, start=1):
        places.append(len(data))
        data += f"{number} 0 obj\n{one}\nendobj\n"
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    start = len(data)
    data += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer\n"
    data += f"<< /Size {len(objects) + 1} /Root 1 0 R {extra}>>\nstartxref\n{start}\n%%EOF\n"
    path.write_bytes(data.encode("latin-1"))
    return path


def line(words: str, x: int = 40, y: int = 200, before: str = "") -> str:
    return f"q BT {before} /F 18 Tf {x} {y} Td ({words}) Tj ET Q "


def made_of(source: Path, into: Path) -> Outcome:
    return papers.make(source, sniff(source), into, lambda percent: None)


BAR = "0 g 36 192 330 24 re f "
PAGES = {
    "plain": (line("The old baths"), "The old baths"),
    "two lines": (line("The old") + line("baths", y=170), "The old\nbaths"),
    "a wide gap": (
        line("One", y=250) + line("two", y=228) + line("three", y=206) + line("four", y=120),
        "One\ntwo\nthree\n\nfour",
    ),
    "lines that run on": (
        line("The baths stood on a long and sooty road")
        + line("near the Irk.", y=178)
        + line("Now they are gone.", y=156),
        "The baths stood on a long and sooty road near the Irk.\nNow they are gone.",
    ),
    "under a bar": (line("Secret Street") + BAR + line("Seen", y=100), "Seen"),
    "one word under a bar": (
        line("Nan of Secret") + "0 g 101 192 60 24 re f ",
        "Nan of",
    ),
    "white on white": (line("Secret", before="1 g") + line("Seen", y=100), "Seen"),
    "white on black": (BAR + line("Seen", before="1 g"), "Seen"),
    "off the page": (line("Secret", x=900) + line("Secret", y=-90) + line("Seen"), "Seen"),
    "unseen over ink": (
        "0 g "
        + "".join(f"{x} 198 4 14 re f " for x in range(40, 170, 8))
        + line("The old baths", before="3 Tr"),
        "The old baths",
    ),
    "unseen over nothing": (line("Secret", before="3 Tr") + line("Seen", y=100), "Seen"),
    "one thin letter": (line("I"), "I"),
    "a dash": (line("-") + line("Seen", x=80), "- Seen"),
}


@pytest.mark.parametrize("name", PAGES)
def test_words_are_kept_where_they_can_be_seen(tmp_path: Path, name: str) -> None:
    content, expected = PAGES[name]
    assert made_of(written(tmp_path / "a.pdf", content), tmp_path).texts == (expected,)


@pytest.mark.parametrize("entries", ["/Rotate 90", "/Rotate 180", "/CropBox [20 20 380 280]"])
def test_pages_may_be_turned_or_cropped(tmp_path: Path, entries: str) -> None:
    source = written(tmp_path / "a.pdf", line("The old baths"), entries=entries)
    assert made_of(source, tmp_path).texts == ("The old baths",)


def test_what_is_cropped_away_is_not_said(tmp_path: Path) -> None:
    content = line("Secret", y=20) + line("Seen")
    source = written(tmp_path / "a.pdf", content, entries="/CropBox [0 60 400 300]")
    assert made_of(source, tmp_path).texts == ("Seen",)


def test_words_stand_with_their_page(tmp_path: Path) -> None:
    source = written(tmp_path / "a.pdf", line("One"), "", line("Three"))
    assert made_of(source, tmp_path).texts == ("One", "", "Three")


def test_words_have_a_bound(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheets, "MOST_WORDS", 5)
    monkeypatch.setattr(sheets, "ALL_WORDS", 8)
    source = written(tmp_path / "a.pdf", *[line("Remember")] * 3)
    assert made_of(source, tmp_path).texts == ("Remem", "Rem", "")


def test_ten_thousand_pages_are_too_many(tmp_path: Path) -> None:
    source = written(tmp_path / "a.pdf", *["n"] * 10_000)
    with pytest.raises(Refused, match="too_many_pages"):
        made_of(source, tmp_path)


def scan(path: Path, count: int = 3, **options: object) -> Path:
    """A TIFF of several pages with a number of bars on each, and a name in its notes."""
    pages = []
    for number in range(count):
        page = Image.new("RGB", (620, 877), "white")
        for bar in range(number + 1):
            ImageDraw.Draw(page).rectangle((60, 60 + 80 * bar, 560, 100 + 80 * bar), fill="black")
        pages.append(page)
    notes = TiffImagePlugin.ImageFileDirectory_v2()
    notes[315] = notes[270] = samples.SECRET
    pages[0].save(path, "TIFF", save_all=True, append_images=pages[1:], tiffinfo=notes, **options)
    return path


@pytest.mark.parametrize("compression", ["raw", "tiff_lzw", "jpeg"])
def test_a_scan_of_several_pages(tmp_path: Path, compression: str) -> None:
    source = scan(tmp_path / "scan.tif", compression=compression)
    assert samples.SECRET.encode() in source.read_bytes()
    assert sniff(source) is SCAN
    outcome = made_of(source, tmp_path)
    assert outcome.pages == 3
    assert outcome.texts == ("", "", "")
    for number in (1, 2, 3):
        with Image.open(tmp_path / f"page-{number}.webp") as page:
            assert page.size == (620, 877)
            dark = sum(page.convert("L").histogram()[:80]) / (620 * 877)
            assert dark == pytest.approx(number * 500 * 40 / (620 * 877), rel=0.1)
    for one in outcome.made:
        assert samples.SECRET.encode() not in (tmp_path / one.name).read_bytes()


def test_a_scan_with_too_many_pages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(papers, "MAX_PAGES", 2)
    with pytest.raises(Refused, match="too_many_pages"):
        papers.make(scan(tmp_path / "scan.tif"), SCAN, tmp_path, lambda percent: None)


def test_a_scan_with_too_many_pixels(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scanned, "MAX_PIXELS", 1000)
    with pytest.raises(Refused, match="too_many_pixels"):
        papers.check(scan(tmp_path / "scan.tif"), SCAN)


@pytest.mark.filterwarnings("ignore:Truncated File Read")
def test_a_scan_that_was_cut_off(tmp_path: Path) -> None:
    source = samples.cut(scan(tmp_path / "scan.tif"), 0.5)
    with pytest.raises(Refused, match="broken"):
        papers.make(source, SCAN, tmp_path, lambda percent: None)
