"""Written documents: DOCX, ODT, RTF and plain text, set on pages and drawn from there."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from media.formats import Format
from media.recipes import printed
from media.recipes.documents import open_document, plain_text, rich_text, word
from media.recipes.documents.shape import Block
from media.recipes.documents.typeset import typeset
from media.recipes.sheets import Sheet
from media.refusals import Refused

READERS: Final[dict[str, Callable[[Path], Iterator[Block]]]] = {
    "docx": word.read,
    "odt": open_document.read,
    "rtf": rich_text.read,
    "text": plain_text.read,
}


class Written:
    """The sheets of a document that we have set; its words are known without looking for them."""

    def __init__(self, sheets: printed.Printed, texts: list[str]) -> None:
        self.sheets, self.texts = sheets, texts

    def __len__(self) -> int:
        return len(self.sheets)

    def draw(self, index: int, *, reading: bool) -> Sheet:
        """The page, with the words that were set on it."""
        sheet = self.sheets.draw(index, reading=False)
        words = self.texts[index] if reading and index < len(self.texts) else ""
        return Sheet(sheet.picture, sheet.points, words)


@contextmanager
def opened(source: Path, format: Format, scratch: Path) -> Iterator[Written]:
    """The document set on pages, in a folder of its own in `scratch`; raises Refused."""
    folder = scratch / "set"
    folder.mkdir()
    try:
        path, texts = typeset(READERS[format.code](source), folder)
    except RecursionError as error:
        raise Refused("too_hard") from error
    with printed.opened(path) as sheets:
        yield Written(sheets, texts)


def check(source: Path, format: Format) -> None:
    """Read the whole document and keep nothing; raises Refused."""
    try:
        for _ in READERS[format.code](source):
            pass
    except RecursionError as error:
        raise Refused("too_hard") from error
