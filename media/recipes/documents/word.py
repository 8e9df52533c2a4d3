"""Reads DOCX: the words as Word shows them when every tracked change is accepted.

Only the main part, its styles, lists, footnotes and pictures are opened; the parts with
names of people, comments, headers and settings are not. ECMA-376 part 1, clause 17.
"""

import posixpath
import zipfile
from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element

from media import packages
from media.recipes.documents import markup, word_colours
from media.recipes.documents.markup import attribute, child, children
from media.recipes.documents.shape import Block, Paragraph, Run
from media.recipes.documents.word_lists import Lists
from media.recipes.documents.word_story import Parts, Story
from media.recipes.documents.word_styles import Styles
from media.refusals import Refused


def read(path: Path) -> Iterator[Block]:
    """The blocks of the document at `path`; raises Refused."""
    try:
        with packages.opened(path) as archive:
            yield from _read(archive)
    except zipfile.BadZipFile as error:
        raise Refused("broken") from error


def _read(archive: zipfile.ZipFile) -> Iterator[Block]:
    main = _main(archive)
    beside = posixpath.dirname(main)
    parts = Parts(
        Styles(_root(archive, f"{beside}/styles.xml")),
        Lists(_root(archive, f"{beside}/numbering.xml")),
        _pictures(archive, main),
    )
    root = _root(archive, main)
    body = child(root, "body")
    if body is None:
        raise Refused("broken")
    story = Story(parts, word_colours.page(root))
    yield from story.blocks(body)
    yield from _notes(_root(archive, f"{beside}/footnotes.xml"), story)


def _root(archive: zipfile.ZipFile, part: str) -> Element | None:
    data = packages.member(archive, part)
    return markup.parse(data) if data else None


def _main(archive: zipfile.ZipFile) -> str:
    """The part that holds the words; usually word/document.xml."""
    types = _root(archive, packages.TYPES)
    for override in children(types, "Override"):
        if attribute(override, "ContentType").encode() == packages.WORD:
            return attribute(override, "PartName").lstrip("/")
    return "word/document.xml"


def _pictures(archive: zipfile.ZipFile, main: str) -> dict[str, bytes]:
    """The pictures inside the archive by the mark that the words use; links are left alone."""
    folder, base = posixpath.split(main)
    relations = _root(archive, f"{folder}/_rels/{base}.rels")
    found: dict[str, bytes] = {}
    for relation in children(relations, "Relationship"):
        inside = attribute(relation, "TargetMode") != "External"
        if inside and attribute(relation, "Type").endswith("/image"):
            target = posixpath.normpath(posixpath.join("/", folder, attribute(relation, "Target")))
            found[attribute(relation, "Id")] = packages.member(archive, target.lstrip("/"))
    return found


def _notes(root: Element | None, story: Story) -> Iterator[Block]:
    """The footnotes that the words point to, at the end, each under its number."""
    notes = {attribute(note, "id"): note for note in children(root, "footnote")}
    for number, mark in enumerate(list(story.footnotes), start=1):
        if mark in notes:
            for block in story.blocks(notes[mark]):
                if isinstance(block, Paragraph):
                    yield Paragraph((Run(f"[{number}] "), *block.runs))
