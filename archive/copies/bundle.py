"""A showcase as a folder of plain pages that open from a memory stick, packed into one ZIP.

No page holds a script or asks a network for anything. It holds what was public when it was
made: no original, nothing that is held back, no notes.
"""

from __future__ import annotations

import hashlib
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path
from typing import IO, Any

from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.formats import date_format

from archive.copies import files, wording
from archive.copies.files import File
from archive.copies.whole import Whole
from archive.sections import Section
from archive.shapes import Cover, Record, RecordItem
from media.bounds import CHUNK
from media.formats import Kind
from media.transcripts.captions import NAME as CAPTIONS

STYLE = Path(__file__).with_name("bundle.css")
PICTURES = ("w1600.jpg", "w960.jpg", "w480.jpg")
BESIDE: dict[str, tuple[tuple[str, ...], ...]] = {
    Kind.IMAGE: (PICTURES,),
    Kind.AUDIO: (("sound.m4a",), (CAPTIONS,)),
    Kind.VIDEO: (("film.mp4",), ("poster.jpg",), (CAPTIONS,)),
    Kind.DOCUMENT: (("paper.pdf",), ("cover.jpg",)),
}
"""What goes along of each kind of item: of each group the first name that there is."""

Link = Callable[[str], str]


@dataclass(frozen=True)
class Shown:
    """An item as a page of the bundle shows it; each address is a file in the bundle, or ""."""

    item: RecordItem
    src: str = ""
    poster: str = ""
    captions: str = ""


@dataclass
class Packing:
    """The ZIP while it is written: what is in it, by its name, with the sum of its bytes."""

    whole: Whole
    archive: zipfile.ZipFile
    sums: dict[str, str] = field(default_factory=dict)
    missing: int = 0

    def write(self, name: str, text: str) -> None:
        """A page or a list, made small."""
        content = text.encode()
        self.archive.writestr(name, content, zipfile.ZIP_DEFLATED)
        self.sums[name] = hashlib.sha256(content).hexdigest()

    def copy(self, file: File) -> None:
        """A picture, sound or film, as it is; one that everybody may not have is left out."""
        with files.opened(file) as stored:
            if stored is None:
                self.missing += 1
                return
            whole = hashlib.sha256()
            with self.archive.open(_name(file), "w") as target:
                for block in _blocks(stored):
                    whole.update(block)
                    target.write(block)
        self.sums[_name(file)] = whole.hexdigest()

    def address(self, ref: str, *names: str, up: str = "") -> str:
        """Where a page finds a file of an item; "" where the bundle has none."""
        found = self.whole.file(ref, *names)
        return f"{up}{_name(found)}" if found and _name(found) in self.sums else ""

    def shown(self, item: RecordItem, up: str = "") -> Shown:
        main, *beside = BESIDE[item.kind]
        return Shown(
            item,
            self.address(item.ref, *main, up=up),
            self.address(item.ref, *next((n for n in beside if n != (CAPTIONS,)), ()), up=up),
            self.address(item.ref, CAPTIONS, up=up),
        )


def size(whole: Whole) -> int:
    """Bytes of the files in it; the pages are small beside them."""
    return sum(file.size for file in chosen(whole))


def chosen(whole: Whole) -> tuple[File, ...]:
    """The files that go along, each once."""
    covers = [cover for cover in _covers(whole) if not cover.src]
    found = [whole.file(cover.ref, *PICTURES) for cover in covers]
    items = [item for record in whole.records for item in record.items]
    found += [whole.file(i.ref, *names) for i in items for names in BESIDE[i.kind]]
    return tuple(dict.fromkeys(file for file in found if file is not None))


def packed(whole: Whole, link: Link, folder: Path) -> Path:
    """The ZIP. What could not go along is said in it."""
    path = folder / "kept.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED, allowZip64=True) as archive:
        packing = Packing(whole, archive)
        for file in chosen(whole):
            packing.copy(file)
        packing.write("style.css", STYLE.read_text("utf-8"))
        packing.write("index.html", _front(packing, link))
        for record in whole.records:
            packing.write(f"stories/{page_of(record)}", _page(packing, record, link))
        packing.write("README.txt", _readme(packing, link))
        sums = "".join(f"{sum}  {name}\n" for name, sum in sorted(packing.sums.items()))
        archive.writestr("manifest-sha256.txt", sums, zipfile.ZIP_DEFLATED)
    return path


def page_of(record: Record) -> str:
    """The name of its page: the end of its address in the archive."""
    return f"{record.url.strip('/').rpartition('/')[2]}.html"


def _covers(whole: Whole) -> Iterator[Cover]:
    sections = whole.content.sections
    single = [whole.content.cover, *(section.picture for section in sections)]
    yield from (cover for cover in single if cover is not None)
    yield from (pane.cover for section in sections for pane in section.panes)


def _name(file: File) -> str:
    return f"files/{file.ref}-{file.name}"


def _blocks(stored: IO[bytes]) -> Iterator[bytes]:
    while block := stored.read(CHUNK):
        yield block


def _front(packing: Packing, link: Link) -> str:
    cover = packing.whole.content.cover
    context = _everywhere(packing, link) | {
        "cover": cover,
        "cover_src": packing.address(cover.ref, *PICTURES) if cover else "",
        "pieces": [_piece(packing, section) for section in packing.whole.content.sections],
    }
    page: str = render_to_string("archive/bundle/index.html", context)
    return page


def _everywhere(packing: Packing, link: Link) -> dict[str, Any]:
    page = packing.whole.page
    return {
        "page": page,
        "content": packing.whole.content,
        "address": link(page.url or ""),
        "made": date_format(timezone.localtime(), "j F Y, H:i"),
        "missing": packing.missing,
    }


def _piece(packing: Packing, section: Section) -> dict[str, Any]:
    """One piece with the files and pages that it leads to."""
    record = packing.whole.record(section.record.ref) if section.record else None
    item = section.item or (section.clip.item if section.clip else None)
    if item is None and record is not None and section.kind == "story":
        item = record.lead_item
    picture = packing.address(section.picture.ref, *PICTURES) if section.picture else ""
    return {
        "section": section,
        "record": record,
        "link": f"stories/{page_of(record)}" if record else "",
        "shown": packing.shown(item) if item else None,
        "picture": picture,
        "words": wording.of_html(section.text) if section.kind == "text" else (),
        "panes": [(p, packing.address(p.cover.ref, *PICTURES)) for p in section.panes],
        "told": list(chain.from_iterable(stop.records for stop in section.stops)),
    }


def _page(packing: Packing, record: Record, link: Link) -> str:
    up = "../"
    parts = [(p.text, packing.shown(p.item, up) if p.item else None) for p in record.parts]
    context = _everywhere(packing, link) | {"record": record, "parts": parts}
    page: str = render_to_string(
        "archive/bundle/story.html", context | {"story_address": link(record.url)}
    )
    return page


def _readme(packing: Packing, link: Link) -> str:
    text: str = render_to_string("archive/bundle/README.txt", _everywhere(packing, link))
    return text
