"""The pictures, sounds, films and papers of a memory in the words of schema.org."""

from __future__ import annotations

from typing import Any

from django.urls import reverse

from archive.shapes import Record, RecordItem, as_cover
from media.formats import Kind

TYPES = {
    Kind.IMAGE: "ImageObject",
    Kind.AUDIO: "AudioObject",
    Kind.VIDEO: "VideoObject",
    Kind.DOCUMENT: "DigitalDocument",
}

FILES = {
    Kind.AUDIO: ("sound.m4a", "audio/mp4"),
    Kind.VIDEO: ("film.mp4", "video/mp4"),
    Kind.DOCUMENT: ("paper.pdf", "application/pdf"),
}
"""Name and type of the file of each kind that the door gives to everybody."""


def of(site: str, record: Record) -> list[dict[str, Any]]:
    """One object for each file of a public memory that may be shown elsewhere, in its order."""
    return [_object(site, record, item) for item in record.open_items]


def _object(site: str, record: Record, item: RecordItem) -> dict[str, Any]:
    known = {
        "@type": TYPES[Kind(item.kind)],
        "name": item.caption or record.title,
        "description": item.description,
        "contentUrl": f"{site}{_address(item)}",
        "encodingFormat": FILES.get(Kind(item.kind), ("", "image/jpeg"))[1],
        "width": item.width,
        "height": item.height,
        "duration": _duration(item.seconds),
        "uploadDate": record.published_at,
        "thumbnailUrl": f"{site}{_thumbnail(item)}" if item.kind == Kind.VIDEO else "",
        "caption": _captions(site, item),
        "accessibilityFeature": _made_easier(item),
    }
    return {name: value for name, value in known.items() if value}


def _address(item: RecordItem) -> str:
    if item.kind == Kind.IMAGE:
        return as_cover(item).jpeg
    return reverse("file", args=[item.ref, FILES[Kind(item.kind)][0]])


def _thumbnail(item: RecordItem) -> str:
    return reverse("file", args=[item.ref, "poster.jpg"])


def _duration(seconds: float | None) -> str:
    """ISO 8601, in whole seconds."""
    return f"PT{round(seconds)}S" if seconds else ""


def _captions(site: str, item: RecordItem) -> dict[str, str] | None:
    if not item.captions:
        return None
    return {
        "@type": "MediaObject",
        "contentUrl": f"{site}{item.captions}",
        "encodingFormat": "text/vtt",
    }


def _made_easier(item: RecordItem) -> list[str]:
    """What there is for those who cannot see or hear it, in the words that schema.org lists."""
    there = {
        "captions": bool(item.captions),
        "transcript": bool(item.said or any(item.texts)),
        "alternativeText": item.kind == Kind.IMAGE and bool(item.description),
    }
    return [name for name, is_there in there.items() if is_there]
