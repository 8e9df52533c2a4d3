"""The booklet, the same to print and fold, and the poster."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from django.utils import timezone
from django.utils.formats import date_format

from archive.copies import printed, setting
from archive.copies.whole import Whole
from archive.palettes import Palette
from families import qr

ARCHIVE = "Who Do You Think You Are? The community archive of Collyhurst and Harpurhey"
PROMISE = (
    "Everybody in these memories said yes to being here. They can change their mind at any "
    "time, and then the archive makes a new booklet without them."
)
SOME = f"{PROMISE} Some memories of this showcase are on the web alone."
"""Where somebody said yes to the web and not to paper."""

COLOURS: dict[str, dict[str, str]] = {
    Palette.PAPER: {"brick": "#9e3b2c", "deep": "#6e2419"},
    Palette.BRICK: {"brick": "#8f3023", "deep": "#651c13"},
    Palette.CANAL: {"brick": "#1f5e57", "deep": "#143f3a"},
    Palette.TRAM: {"brick": "#7a4a00", "deep": "#553400"},
    Palette.NIGHT: {"brick": "#23263a", "deep": "#14151d"},
}
"""The palettes as ink on white paper, which has no night."""

Link = Callable[[str], str]


def booklet(whole: Whole, link: Link, folder: Path) -> Path:
    """A5, page after page, to read on a screen. Raises NotSet."""
    sheet = printed.Sheet(whole, link)
    blocks = printed.blocks(sheet)
    data = _front(sheet) | {
        "blocks": blocks,
        "chapters": [one.title for one in printed.sections(whole) if one.kind == "chapter"],
        "place": "Collyhurst and Harpurhey",
        "promise": PROMISE if len(whole.printable) == len(whole.records) else SOME,
        "made": _made(),
    }
    return setting.pdf("booklet", data, sheet.files, folder)


def booklet_to_print(whole: Whole, link: Link, folder: Path) -> Path:
    """The same as A4 sheets that are folded once. Raises NotSet."""
    # It brings PDFium along, which no other process has to have in memory.
    from archive.copies import imposing

    path = booklet(whole, link, folder)
    sheets = folder / "sheets.pdf"
    sheets.write_bytes(imposing.imposed(path.read_bytes()))
    return sheets


def poster(whole: Whole, link: Link, folder: Path) -> Path:
    """A3, for a wall. Raises NotSet."""
    sheet = printed.Sheet(whole, link)
    return setting.pdf("poster", _front(sheet), sheet.files, folder)


def _front(sheet: printed.Sheet) -> dict[str, Any]:
    """What stands on the outside of each."""
    page, content = sheet.whole.page, sheet.whole.content
    address = sheet.link(page.url or "")
    sheet.files["square.svg"] = qr.svg(address)
    return {
        "title": page.title,
        "line": page.opening_line,
        "introduction": page.introduction,
        # Students who want to be named said so for the web.
        "curators": page.curated_by.strip(),
        "cover": sheet.picture(content.cover, printed.WIDE),
        "about": content.cover.description if content.cover else "",
        "address": urlsplit(address).netloc + urlsplit(address).path,
        "archive": ARCHIVE,
        "colours": {"ink": "#1f1b18", **COLOURS[page.palette]},
    }


def _made() -> str:
    day = date_format(timezone.localdate(), "j F Y")
    return f"Made on {day}, of what was public on that day."
