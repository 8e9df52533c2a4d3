"""A page whose letters no font has says so, and the words beside it are right all the same."""

from __future__ import annotations

from pathlib import Path

import pytest
import typst
from PIL import Image

from media.recipes import papers, printed
from media.recipes.documents import typeset
from media.recipes.documents.lacking import lacking
from media.recipes.documents.shape import Block, Paragraph, Run
from media.recipes.made import Outcome
from media.sniff import sniff
from tests.media.written_samples import in_word, paragraph

WHOLE = {
    "English": "We had tea – “the best” – for £1 at Nan’s café.",
    "Polish": "Moja babcia mieszkała w Łodzi, a potem przyjechała do Manchesteru.",
    "Ukrainian": "Моя бабуся жила у Києві, а потім приїхала до Манчестера.",
    "Vietnamese": "Bà tôi sống ở Huế rồi đến Manchester.",
}
LACKING = {
    "Bengali": "আমার দাদি সিলেটে থাকতেন।",
    "Urdu": "میری دادی لاہور میں رہتی تھیں اور پھر مانچسٹر آئیں۔",
    "Chinese": "我的祖母住在香港，后来到了曼彻斯特。",
    "Emoji": "Nan 👵🏽 baked bread 🍞.",
    "all at once": "Babcia – দাদি – دادی – 祖母 👵🏽",
}


@pytest.fixture(autouse=True)
def no_fonts_of_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only what comes with typst, so that a well-equipped machine says the same."""
    bare = typst.Fonts(include_system_fonts=False, include_embedded_fonts=True)
    monkeypatch.setattr(typeset.typst, "Fonts", lambda **wanted: bare)


def made_of(source: Path, into: Path) -> Outcome:
    return papers.make(source, sniff(source), into, lambda percent: None)


def text_file(path: Path, words: str) -> Path:
    path.write_text(words, "utf-8")
    return path


def note_on(page: Path) -> bool:
    """Whether there is ink in the lower margin, where only the note can be."""
    with Image.open(page) as opened:
        margin = opened.convert("L").crop((0, opened.height * 92 // 100, *opened.size))
        return margin.getextrema()[0] < 160  # type: ignore[operator]


def maker(ending: str, words: str, path: Path) -> Path:
    return text_file(path, words) if ending == "txt" else in_word(paragraph(words))(path)


@pytest.mark.parametrize("ending", ["txt", "docx"])
@pytest.mark.parametrize("language", [*WHOLE, *LACKING])
def test_the_words_beside_a_page_are_right_in_every_script(
    language: str, ending: str, tmp_path: Path
) -> None:
    words = WHOLE.get(language) or LACKING[language]
    outcome = made_of(maker(ending, words, tmp_path / f"letter.{ending}"), tmp_path)
    assert outcome.texts == (words,)
    assert note_on(tmp_path / "page-1.webp") == (language in LACKING)


def test_only_the_pages_that_lack_something_say_so(tmp_path: Path) -> None:
    long = [Paragraph((Run("It was warm there, and it smelled of soap. " * 12),))] * 9
    blocks: list[Block] = [*long, Paragraph((Run(LACKING["Bengali"]),))]
    path, texts = typeset.typeset(blocks, tmp_path)
    assert lacking(path) == [len(texts)] == [2]
    with printed.opened(path) as sheets:
        told = [sheets.draw(index, reading=True).words for index in range(2)]
    assert [typeset.NOTE in words for words in told] == [False, True]
    assert typeset.NOTE not in "".join(texts)


def test_the_note_moves_no_word(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A paper without it and the same with it end every page at the same word."""
    blocks = [Paragraph((Run(f"{LACKING['Emoji']} " * 40),)) for _ in range(12)]
    pages = []
    for name in ("with", "without"):
        (tmp_path / name).mkdir()
        path, texts = typeset.typeset(blocks, tmp_path / name)
        with printed.opened(path) as sheets:
            pages.append((len(sheets), texts))
        monkeypatch.setattr(typeset, "lacking", lambda path: [])
    assert pages[0] == pages[1]
    assert pages[0][0] > 2
