"""A drawn card for each memory, showcase, place and fund: what other sites show beside a link.

Set by typst, like our papers: it brings a reading serif inside its own package, breaks
lines, kerns, and measures, so that a title stands in the largest size in which it fits.
Pillow has one sans and no line breaks. A card holds what the page says, and nothing else.
"""

from __future__ import annotations

import hashlib
import io
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.core.cache import caches
from PIL import Image

from archive.shapes import Cover, Record, stories
from archive.showcases import cover_of
from families.printed import sheet
from media.offers import Offer, offered
from stories.models import Fund, Place

SIZE = (1200, 630)
"""Pixels: what the large sites ask for."""

FOLDER = Path(__file__).parent / "drawn"
DESIGN = hashlib.sha256(
    (FOLDER / "card.typ").read_bytes() + (FOLDER / "mark.svg").read_bytes()
).hexdigest()
QUALITY = 86
LONGEST_LINE = 60  # characters


@dataclass(frozen=True)
class Card:
    """What stands on one: a title, lines below it, and the picture if there is one."""

    title: str
    lines: tuple[str, ...] = ()
    cover: Cover | None = None


def of_story(record: Record) -> Card:
    """Its title, its tellers as they wished, when and where, and its cover."""
    told = f"Told by {record.teller}" if record.tellers else ""
    facts = " · ".join(filter(None, [record.when_text, record.place_name]))
    return Card(record.title, _lines(told, facts), record.open_cover)


def of_showcase(title: str, curators: str, cover: Cover | None) -> Card:
    """Its title, who made it, and its cover."""
    return Card(title, _lines("A showcase", f"Curated by {curators}" if curators else ""), cover)


def of_place(place: Place, told: int) -> Card:
    """Its name, where it is, and how many public stories there are of it.

    Without a picture: whoever sends the address of a place has chosen nobody's memory of it.
    """
    area = place.area if place.area != place.name else "north Manchester"
    return Card(place.name, _lines(f"A place in {area}", stories(told) if told else ""))


def of_fund(fund: Fund, told: int) -> Card:
    """Its name, how many public stories carry it, and the picture on its page."""
    lines = _lines("A fund of knowledge", stories(told) if told else "")
    return Card(fund.name, lines, cover_of(fund.picture))


def drawn(card: Card, key: str) -> tuple[bytes, str]:
    """The card as a JPEG and the tag of exactly this one; drawn where it is not kept yet.

    Under each key one is kept, so that an older one of the same memory goes when it changes.
    """
    picture = _public(card.cover)
    tag = _digest(card, picture)
    kept: tuple[str, bytes] | None = caches["cards"].get(key)
    if kept is not None and kept[0] == tag:
        return kept[1], tag
    made = _draw(card, picture)
    caches["cards"].set(key, (tag, made))
    return made, tag


def forget(key: str) -> None:
    """Throw away the card that is kept under this key."""
    caches["cards"].delete(key)


def _lines(*lines: str) -> tuple[str, ...]:
    return tuple(_cut(line) for line in lines if line)


def _cut(line: str) -> str:
    return line if len(line) <= LONGEST_LINE else f"{line[: LONGEST_LINE - 2]} …"


def _public(cover: Cover | None) -> Offer | None:
    """The cover as the door gives it to everybody; None where it gives them nothing."""
    if cover is None:
        return None
    ref, name = cover.jpeg.strip("/").split("/")[-2:]
    return offered(AnonymousUser(), ref, name)


def _digest(card: Card, picture: Offer | None) -> str:
    said = [DESIGN, card.title, card.lines, picture.etag if picture else ""]
    return hashlib.sha256(json.dumps(said).encode()).hexdigest()[:32]


def _draw(card: Card, picture: Offer | None) -> bytes:
    files: dict[str, bytes] = {"mark.svg": (FOLDER / "mark.svg").read_bytes()}
    if picture is not None:
        with picture.store.open(picture.name) as file:
            files["cover.jpg"] = file.read()
    data: dict[str, Any] = {
        "title": card.title,
        "lines": list[str](card.lines),
        "picture": "cover.jpg" if picture else "",
    }
    return _as_jpeg(sheet.picture("card", data, files, folder=FOLDER))


def _as_jpeg(png: bytes) -> bytes:
    """A third of the weight; some sites show no card that is heavier than 300 kB."""
    written = io.BytesIO()
    with Image.open(io.BytesIO(png)) as image:
        image.convert("RGB").save(written, "JPEG", quality=QUALITY, optimize=True, progressive=True)
    return written.getvalue()
