"""Written documents come out as pages that look like a book's, with their words and no secrets."""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from media.formats import FORMATS, Kind
from media.recipes import confined, make, papers
from media.recipes.documents import plain_text
from media.recipes.documents.shape import Paragraph, plain
from media.recipes.made import Outcome
from media.refusals import Refused
from media.sniff import sniff
from tests.media import samples, written_samples
from tests.media.written_samples import FIRST, LAST, body, in_word, packed, paragraph

Made = Callable[..., Path]
Maker = Callable[[Path], Path]

WRITTEN: dict[str, Maker] = {
    "docx": written_samples.word,
    "odt": written_samples.open_text,
    "rtf": written_samples.rich,
    "text": written_samples.notes,
}


def made_of(source: Path, into: Path) -> Outcome:
    return papers.make(source, sniff(source), into, lambda percent: None)


def said(source: Path, into: Path) -> str:
    return "\n".join(made_of(source, into).texts)


@pytest.mark.parametrize("code", WRITTEN)
def test_a_document_becomes_pages_with_their_words(made: Made, tmp_path: Path, code: str) -> None:
    source = made(f"written.{code}", WRITTEN[code])
    assert sniff(source) is FORMATS[code]
    outcome = made_of(source, tmp_path)
    assert outcome.pages == len(outcome.texts) > 1
    pages = [f"page-{number + 1}.webp" for number in range(outcome.pages)]
    assert [made.name for made in outcome.made] == ["cover.jpg", *pages, "paper.pdf"]
    first, *_, last = outcome.texts
    assert first.startswith("The baths\n\n" + FIRST)
    for words in ("Nan came too.", "Soap", "Towel", "Penny", "Tuppence"):
        assert words in first
    assert last.endswith(LAST)
    assert LAST not in first


@pytest.mark.parametrize("code", WRITTEN)
def test_pages_are_drawn_with_ink(made: Made, tmp_path: Path, code: str) -> None:
    made_of(made(f"written.{code}", WRITTEN[code]), tmp_path)
    for number in (1, 2):
        with Image.open(tmp_path / f"page-{number}.webp") as page:
            assert page.width == papers.WIDTH
            assert page.height / page.width == pytest.approx(297 / 210, abs=0.01)
            dark = sum(page.convert("L").histogram()[:100])
            assert 0.005 < dark / (page.width * page.height) < 0.3


@pytest.mark.parametrize("code", ["docx", "odt", "rtf"])
def test_no_secret_is_in_anything_that_comes_out(made: Made, tmp_path: Path, code: str) -> None:
    source = made(f"written.{code}", WRITTEN[code])
    assert samples.SECRET in everything_in(source)
    outcome = made_of(source, tmp_path)
    for one in outcome.made:
        assert samples.SECRET not in everything_in(tmp_path / one.name)
    assert samples.SECRET not in "".join(outcome.texts)


def everything_in(path: Path) -> str:
    """The bytes of a file, and of whatever is packed inside it by deflate."""
    data = path.read_bytes()
    found = [data]
    for start in (match.end() for match in re.finditer(rb"stream\r?\n", data)):
        found.append(_inflated(data[start:], zlib.MAX_WBITS))
    for match in re.finditer(rb"PK\x03\x04.{22}(..)(..)", data, re.DOTALL):
        skip = sum(int.from_bytes(part, "little") for part in match.groups())
        found.append(_inflated(data[match.end() + skip :], -zlib.MAX_WBITS))
    return "".join(some.decode("latin-1") for some in found)


def _inflated(data: bytes, bits: int) -> bytes:
    try:
        return zlib.decompressobj(bits).decompress(data)
    except zlib.error:
        return b""


@pytest.mark.parametrize("code", ["docx", "odt"])
def test_a_picture_inside_is_shown(made: Made, tmp_path: Path, code: str) -> None:
    outcome = made_of(made(f"written.{code}", WRITTEN[code]), tmp_path)
    assert "[a picture]" in outcome.texts[0]
    with Image.open(tmp_path / "page-1.webp") as page:
        colours = page.convert("RGB").resize((60, 85)).getcolors(60 * 85) or []
    reds = sum(n for n, colour in colours if colour[0] > 200 and max(colour[1:]) < 60)  # type: ignore[index, misc]
    assert reds > 100


LANGUAGES = {
    "English": "We had tea – “the best” – for £1 at Nan’s café.",
    "Polish": "Moja babcia mieszkała w Łodzi, a potem przyjechała do Manchesteru. Żyła długo.",
    "Ukrainian": "Моя бабуся жила у Києві, а потім приїхала до Манчестера й пекла хліб.",
    "Urdu": "میری دادی لاہور میں رہتی تھیں اور پھر مانچسٹر آئیں۔",
    "Bengali": "আমার দাদি সিলেটে থাকতেন।",
    "Chinese": "我的祖母住在香港，后来到了曼彻斯特。",
    "Emoji": "Nan 👵🏽 baked bread 🍞.",
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("coding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_text_in_unicode(tmp_path: Path, language: str, coding: str) -> None:
    source = tmp_path / "notes.jpg"
    source.write_bytes((LANGUAGES[language] + " 1957\n").encode(coding))
    assert sniff(source).code == "text"
    (block,) = plain_text.read(source)
    assert isinstance(block, Paragraph)
    assert plain(block.runs) == LANGUAGES[language] + " 1957"


@pytest.mark.parametrize(
    ("language", "coding"), [("English", "cp1252"), ("Polish", "cp1250"), ("Ukrainian", "cp1251")]
)
def test_text_in_code_pages(tmp_path: Path, language: str, coding: str) -> None:
    source = tmp_path / "notes.txt"
    source.write_bytes(LANGUAGES[language].encode(coding))
    assert said(source, tmp_path) == LANGUAGES[language]


def test_words_in_any_script_stand_beside_their_page(tmp_path: Path) -> None:
    source = tmp_path / "notes.txt"
    source.write_text("\n\n".join(LANGUAGES.values()), "utf-8")
    assert said(source, tmp_path) == "\n\n".join(LANGUAGES.values())


def test_what_looks_like_code_for_the_typesetter_is_words(tmp_path: Path) -> None:
    words = 'I wrote #read("/etc/passwd") and $x$ and *b* and \\ and @at for Nan.'
    assert said(in_word(paragraph(words))(tmp_path / "a.docx"), tmp_path) == words


def test_words_are_cleaned(tmp_path: Path) -> None:
    words = "Cafe\u0301 \ufb01re soft\u00adly \u202etfel\u202c \U000e0041bye"
    found = said(in_word(paragraph(words))(tmp_path / "a.docx"), tmp_path)
    assert found == "Café fire softly tfel bye"


LOOKS = {
    "hidden by its style": (
        '<w:p><w:r><w:rPr><w:rStyle w:val="Ghost"/></w:rPr><w:t>SECRET</w:t></w:r>'
        "<w:r><w:t>Seen</w:t></w:r></w:p>"
    ),
    "in a box, written two ways": (
        '<w:p><w:r><w:t>Seen</w:t></w:r><w:r><mc:AlternateContent xmlns:mc="mc"><mc:Choice>'
        "<w:drawing><w:txbxContent><w:p><w:r><w:t>Box</w:t></w:r></w:p></w:txbxContent></w:drawing>"
        "</mc:Choice><mc:Fallback><w:pict><w:txbxContent><w:p><w:r><w:t>SECRET</w:t></w:r></w:p>"
        "</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
    ),
    "a row that was deleted": (
        "<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc><w:p><w:r><w:t>SECRET</w:t></w:r></w:p></w:tc>"
        "</w:tr><w:tr><w:tc><w:p><w:r><w:t>Seen</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
    ),
}
GHOST = (
    f"<w:styles {written_samples.NAMESPACES}><w:style w:type='character' w:styleId='Ghost'><w:rPr>"
    "<w:vanish/></w:rPr></w:style></w:styles>"
)


@pytest.mark.parametrize("look", LOOKS)
def test_words_that_word_would_not_show(tmp_path: Path, look: str) -> None:
    members: dict[str, str | bytes] = {"word/document.xml": body(LOOKS[look])}
    source = packed(tmp_path / "a.docx", members | {"word/styles.xml": GHOST})
    found = said(source, tmp_path)
    assert "Seen" in found
    assert "SECRET" not in found


def test_what_was_cut_off_a_picture_stays_off(tmp_path: Path) -> None:
    halves = Image.new("RGB", (200, 200), "red")
    halves.paste("blue", (100, 0, 200, 200))
    halves.save(tmp_path / "halves.png")
    inside = (
        '<w:p><w:r><w:drawing><pic:blipFill><a:blip r:embed="r1"/><a:srcRect l="50000"/>'
        "</pic:blipFill></w:drawing></w:r></w:p>"
    )
    relations = (
        '<Relationships><Relationship Id="r1" Type="x/image" Target="media/a.png"/></Relationships>'
    )
    source = packed(
        tmp_path / "a.docx",
        {
            "word/document.xml": body(inside),
            "word/_rels/document.xml.rels": relations,
            "word/media/a.png": (tmp_path / "halves.png").read_bytes(),
        },
    )
    made_of(source, tmp_path)
    with Image.open(tmp_path / "page-1.webp") as page:
        small = page.convert("RGB").resize((60, 85)).getcolors(60 * 85) or []
    assert not [colour for _, colour in small if colour[0] > 200 and max(colour[1:]) < 60]  # type: ignore[index, misc]
    assert [colour for _, colour in small if colour[2] > 200 and max(colour[:2]) < 60]  # type: ignore[index, misc]


def test_footnotes_stand_at_the_end(tmp_path: Path) -> None:
    inside = '<w:p><w:r><w:t>Baths</w:t></w:r><w:r><w:footnoteReference w:id="7"/></w:r></w:p>'
    notes = body(paragraph("Shut in 1975")).replace("w:body", 'w:footnote w:id="7"', 1)
    source = packed(
        tmp_path / "a.docx",
        {
            "word/document.xml": body(inside),
            "word/footnotes.xml": notes.replace("</w:body>", "</w:footnote>"),
        },
    )
    assert said(source, tmp_path) == "Baths[1]\n\n[1] Shut in 1975"


def test_nothing_to_read_says_so(tmp_path: Path) -> None:
    with pytest.raises(Refused) as caught:
        made_of(in_word(paragraph(" "))(tmp_path / "a.docx"), tmp_path)
    assert caught.value.code == "empty"


def test_too_much_to_read_says_so(tmp_path: Path) -> None:
    with pytest.raises(Refused) as caught:
        made_of(
            in_word(paragraph(" ".join(map(str, range(200_000)))))(tmp_path / "a.docx"), tmp_path
        )
    assert caught.value.code == "too_many_pages"


@pytest.mark.parametrize("code", WRITTEN)
def test_the_work_is_done_in_a_child(made: Made, tmp_path: Path, code: str) -> None:
    source = made(f"written.{code}", WRITTEN[code])
    format = FORMATS[code]
    confined.check(source, format)
    outcome = make(Kind.DOCUMENT, source, format, tmp_path, lambda percent: None)
    assert outcome.pages == len(outcome.texts) > 1
    assert outcome.texts[-1].endswith(LAST)
