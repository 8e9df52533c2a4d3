"""What an author made invisible in a document stays so; what they showed stays shown."""

from __future__ import annotations

from pathlib import Path

import pytest

from media.recipes import papers, written
from media.recipes.documents.shape import Block, Paragraph, Picture, plain
from media.sniff import sniff
from tests.media import unseen_samples
from tests.media.unseen_samples import SHOWN, UNSEEN, WORDS, Case


def cases(table: dict[str, dict[str, Case]]) -> list[tuple[str, str]]:
    return [(code, what) for code, written_ones in table.items() for what in written_ones]


def blocks(code: str, case: Case, path: Path) -> list[Block]:
    return list(written.READERS[code](unseen_samples.written(code, case, path)))


def words(found: list[Block]) -> str:
    said = []
    for block in found:
        if isinstance(block, Paragraph):
            said.append(plain(block.runs))
        elif not isinstance(block, Picture):
            said += [plain(cell) for row in block.rows for cell in row]
    return "\n".join(said)


@pytest.mark.parametrize(("code", "what"), cases(UNSEEN))
def test_it_is_as_if_the_words_were_never_written(code: str, what: str, tmp_path: Path) -> None:
    """Pages, their pictures and their text are all set from these blocks, and from nothing else."""
    case = UNSEEN[code][what]
    assert WORDS in case.inside
    found = blocks(code, case, tmp_path / "with")
    assert WORDS not in repr(found)
    assert "Seen" in words(found)
    assert found == blocks(code, case.saying(""), tmp_path / "without")


@pytest.mark.parametrize(("code", "what"), cases(SHOWN))
def test_words_that_can_be_seen_are_kept(code: str, what: str, tmp_path: Path) -> None:
    assert WORDS in words(blocks(code, SHOWN[code][what], tmp_path / "with"))


@pytest.mark.parametrize("code", UNSEEN)
def test_white_words_are_on_no_page(code: str, tmp_path: Path) -> None:
    pages = []
    for name, case in (
        ("with", UNSEEN[code]["white"]),
        ("without", UNSEEN[code]["white"].saying("")),
    ):
        folder = tmp_path / name
        folder.mkdir()
        source = unseen_samples.written(code, case, folder / "source")
        outcome = papers.make(source, sniff(source), folder, lambda percent: None)
        assert outcome.texts == ("Seen.",)
        pages.append((folder / "page-1.webp").read_bytes())
    assert pages[0] == pages[1]


def test_a_gap_between_words_is_no_secret(tmp_path: Path) -> None:
    """Word colours gaps like the words beside them, and nobody can see which colour a gap has."""
    case = UNSEEN["docx"]["white"].saying(" ")
    (block,) = blocks("docx", case, tmp_path / "gap")
    assert isinstance(block, Paragraph)
    assert plain(block.runs) == "Seen. "
