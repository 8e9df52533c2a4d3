"""The files that somebody sent, as they sent them, and what was written down of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from pathlib import PurePosixPath
from typing import BinaryIO, cast

from families.belongings import Thing, written
from families.models import User
from media import storage
from media.models import Item, Transcript

LONGEST = 60
"""Letters of a file's own name that a name in the parcel keeps."""


def files_of(user: User) -> Iterator[Thing]:
    """Every upload of this account."""
    for item in Item.objects.added_by(user).select_related("original", "transcript"):
        yield from things_of(item)


def things_of(item: Item) -> Iterator[Thing]:
    """The original, unless it carries a virus, and the newest wording of what is said in it."""
    name = safe_name(item)
    if not item.original.items.filter(refusal_code="virus").exists():
        stored = str(item.original.file.name)
        yield Thing("files", name, item.shown_name or name, partial(_opened, stored))
    transcript: Transcript | None = getattr(item, "transcript", None)
    if transcript is not None:
        title = f"What is said in {item.shown_name or name}"
        yield written("transcripts", f"{item.ref}.vtt", title, transcript.vtt)


def safe_name(item: Item) -> str:
    """The ref, and what is harmless of the name it came with: no folders, no odd letters."""
    stem = PurePosixPath(item.shown_name.replace("\\", "/")).name
    plain = re.sub(r"[^\w.-]+", "-", stem, flags=re.ASCII).strip("-.")[-LONGEST:]
    return f"{item.ref}-{plain}" if plain else f"{item.ref}.{item.original.format_code}"


def _opened(name: str) -> BinaryIO:
    return cast(BinaryIO, storage.originals().open(name))
