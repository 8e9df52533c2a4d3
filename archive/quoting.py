"""Whether words are a memory's own: what stands in it, or what is said in its recordings."""

from __future__ import annotations

from archive.shapes import Record

ALIKE = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "—": "-", "–": "-"})


def is_said_in(record: Record, text: str) -> bool:
    """Word for word; how it is spaced and which quotation marks it has do not matter."""
    sought = plain(text)
    return bool(sought) and any(sought in plain(words) for words in _words_of(record))


def plain(text: str) -> str:
    """The words in one line, in small letters and a typewriter's marks."""
    return " ".join(text.translate(ALIKE).casefold().split())


def _words_of(record: Record) -> list[str]:
    spoken = [" ".join(line.text for line in item.said) for item in record.items]
    return [record.text, *spoken]
