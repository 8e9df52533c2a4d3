"""Reads plain text in whatever coding it was saved: UTF-8, UTF-16 or a Windows code page."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from charset_normalizer import from_bytes

from media import wording
from media.recipes.documents.shape import Block, Paragraph, Run, clean
from media.refusals import Refused

MAX_BYTES: Final = 4 * 1024**2
"""Bytes: more than fit on `MAX_PAGES` pages."""

SAMPLE: Final = 256 * 1024
CODE_PAGES: Final = [
    *("cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "cp1258"),
    *("mac_roman", "koi8_r", "gb18030", "big5", "shift_jis", "euc_kr"),
]
"""What text was saved in before Unicode, on the computers that families still have."""


ENGLISH: Final = frozenset("‘’“”–—…£€©®°½¼¾·•é\xa0".encode("cp1252"))
"""What English has beyond ASCII; too little for a guess, so it is not guessed."""


def read(path: Path) -> Iterator[Block]:
    """The paragraphs of the text at `path`, parted by empty lines; raises Refused."""
    if path.stat().st_size > MAX_BYTES:
        raise Refused("too_many_pages")
    words = clean(decoded(path.read_bytes()).replace("\f", "\n\n").expandtabs(4))
    lines: list[str] = []
    for line in [*words.split("\n"), ""]:
        if line.strip():
            lines.append(line.rstrip())
        elif lines:
            yield Paragraph((Run("\n".join(lines)),))
            lines = []


def decoded(data: bytes) -> str:
    """The words; a byte that means nothing in the coding becomes the sign for a lost letter."""
    words = wording.decoded(data, whole=True, code_page=code_page(data))
    if words is None:
        raise Refused("broken")
    return words


def code_page(data: bytes) -> str:
    """The Windows code page, or a like one, that makes the most sense of `data`."""
    beyond_ascii = {byte for byte in data[:SAMPLE] if byte > 0x7F}  # noqa: PLR2004
    if beyond_ascii <= ENGLISH:
        return "cp1252"
    best = from_bytes(data[:SAMPLE], cp_isolation=CODE_PAGES).best()
    return best.encoding if best else "cp1252"
