"""What a device keeps of the slides, so that they can be shown in a hall without a line.

The public page, its styles and scripts, and the clean files in it: nothing that only
somebody who is signed in would see.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from itertools import chain
from typing import Any

from django.conf import settings
from django.urls import reverse

from archive.copies import files
from archive.copies.files import File
from archive.models import ShowcasePage
from archive.shapes import Cover, RecordItem
from archive.showcases import Content, content_of
from archive.slides import Slide, slides
from media.formats import Kind
from media.transcripts.captions import NAME as CAPTIONS

MOST = 150 * 1000 * 1000
"""Bytes that a browser is asked to keep. Pictures go first; a film that is too long stays out."""

FORM = "2"
"""Changed whenever slides come to look different, so that no device goes on with old ones."""

PICTURES = ("w1600.webp", "w1600.jpg", "w480.jpg")
"""One size of each picture stands in for every other where there is no line."""

WANTED: dict[str, tuple[tuple[str, ...], ...]] = {
    Kind.IMAGE: (PICTURES,),
    Kind.AUDIO: (("sound.m4a",),),
    Kind.VIDEO: (("film-1080.mp4", "film.mp4"), ("poster.jpg",), (CAPTIONS,)),
}


def edition_of(page: ShowcasePage, content: Content) -> str:
    """Another name as soon as a slide says something else. It asks the database nothing."""
    said = (FORM, page.title, page.opening_line, page.introduction, page.palette, content)
    return hashlib.sha256(repr(said).encode()).hexdigest()[:24]


def told(page: ShowcasePage) -> dict[str, Any]:
    """What the worker is told: which files, and what they and the page are called now."""
    content = content_of(page)
    shown = slides(page, content)
    found = _fitting(_chosen(shown))
    sums = hashlib.sha256(repr(found).encode()).hexdigest()[:24]
    slides_edition = edition_of(page, content)
    return {
        "slides": slides_edition,
        "edition": f"{slides_edition}-{sums}",
        "static": settings.STATIC_URL,
        "files": [reverse("file", args=[file.ref, file.name]) for file in found],
    }


def _chosen(shown: list[Slide]) -> list[File]:
    """The file of each thing on a slide, the small ones first."""
    wanted = dict(chain.from_iterable(_wanted(slide) for slide in shown))
    made: dict[str, dict[str, File]] = {}
    for file in files.listed(wanted):
        made.setdefault(file.ref, {})[file.name] = file
    found = [
        next((made[ref][name] for name in names if name in made.get(ref, {})), None)
        for ref, groups in wanted.items()
        for names in groups
    ]
    return sorted((file for file in found if file is not None), key=lambda file: file.size)


def _wanted(slide: Slide) -> Iterator[tuple[str, tuple[tuple[str, ...], ...]]]:
    """The refs on a slide, with the names of what is wanted of each."""
    items: list[RecordItem | None] = [slide.item, slide.clip.item if slide.clip else None]
    covers: list[Cover | None] = [slide.picture, *(pane.cover for pane in slide.panes)]
    for cover in covers:
        if cover is not None:
            yield cover.ref, (("poster.jpg",),) if cover.src else (PICTURES,)
    for item in items:
        if item is not None:
            yield item.ref, WANTED.get(item.kind, ())


def _fitting(found: list[File]) -> list[File]:
    """As many as a device is asked to keep."""
    kept, room = [], MOST
    for file in found:
        if file.size <= room:
            kept.append(file)
            room -= file.size
    return kept
