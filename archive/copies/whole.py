"""Everything that a showcase shows the public now, and a name for exactly that."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

from archive.copies import files
from archive.copies.files import File
from archive.models import ShowcasePage
from archive.records import in_full
from archive.shapes import Record
from archive.showcases import Content, content_of
from stories.printable import may_be_printed

FORM = "2"
"""Changed whenever copies come to look different, so that they all are made again."""


@dataclass(frozen=True)
class Whole:
    """A showcase with every word of its memories, and the files that belong to it.

    It is made of public records alone and knows no notes, so that nothing made of it can
    hold any. ``edition`` is another one as soon as anything of it changes. ``printable`` are
    the refs of the memories that may be on paper.
    """

    page: ShowcasePage
    content: Content
    records: tuple[Record, ...]
    files: tuple[File, ...]
    edition: str
    printable: frozenset[str] = frozenset()

    def record(self, ref: str) -> Record | None:
        """The memory of that ref in full."""
        return next((record for record in self.records if record.ref == ref), None)

    def file(self, ref: str, *names: str) -> File | None:
        """The first of these files of an item that there is."""
        found = {file.name: file for file in self.files if file.ref == ref}
        return next((found[name] for name in names if name in found), None)


def whole_of(page: ShowcasePage) -> Whole:
    """Read it, in a number of queries that does not grow with it."""
    content = content_of(page)
    inside = dict.fromkeys(r.ref for s in content.sections for r in s.records)
    found = {r.ref: r for r in in_full(page.story_ids()).values() if r.ref in inside}
    records = tuple(found[ref] for ref in inside if ref in found)
    listed = files.listed({*_refs(content), *(i.ref for r in records for i in r.items)})
    said = (FORM, page.pk, page.slug, page.title, page.opening_line, page.introduction)
    printable = may_be_printed(found)
    shown = (page.palette, page.curated_by, content, records, listed, sorted(printable))
    edition = hashlib.sha256(repr((said, shown)).encode())
    return Whole(page, content, records, listed, edition.hexdigest(), printable)


def _refs(content: Content) -> Iterator[str]:
    """The pictures of the library in it."""
    covers = [content.cover, *(section.picture for section in content.sections)]
    covers += [pane.cover for section in content.sections for pane in section.panes]
    yield from (cover.ref for cover in covers if cover is not None)
