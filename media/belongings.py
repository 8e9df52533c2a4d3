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
from media.formats import Kind
from media.models import Item, Transcript
from media.models.item import SHOWN_FIRST
from media.transcripts.lines import public_lines

WITH_YOU = {
    Kind.IMAGE: "A picture of what you told",
    Kind.AUDIO: "You, telling it",
    Kind.VIDEO: "A film of what you told",
    Kind.DOCUMENT: "A paper of what you told",
}

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


def shown_of(item: Item) -> Iterator[Thing]:
    """The clean copy that stands for the whole item, and what is written down of it.

    For somebody who is in it and did not send it: the original says more than they may know.
    """
    made = item.derivative(SHOWN_FIRST[Kind(item.kind)]) if item.is_ready else None
    if made is not None:
        stored = str(made.file.name)
        opened = partial(_opened_copy, stored)
        yield Thing("recordings", f"{item.ref}-{made.name}", WITH_YOU[Kind(item.kind)], opened)
        if said := public_lines(item):
            words = "\n".join(line.text for line in said)
            yield written("transcripts", f"{item.ref}.txt", f"What is said in {made.name}", words)


def safe_name(item: Item) -> str:
    """The ref, and what is harmless of the name it came with: no folders, no odd letters."""
    stem = PurePosixPath(item.shown_name.replace("\\", "/")).name
    plain = re.sub(r"[^\w.-]+", "-", stem, flags=re.ASCII).strip("-.")[-LONGEST:]
    return f"{item.ref}-{plain}" if plain else f"{item.ref}.{item.original.format_code}"


def _opened_copy(name: str) -> BinaryIO:
    return cast(BinaryIO, storage.derivatives().open(name))


def _opened(name: str) -> BinaryIO:
    return cast(BinaryIO, storage.originals().open(name))
