"""Ways to reach or find somebody that slipped into the words: shown to the writer, then a teacher.

E-mail addresses, phone numbers, postcodes, street addresses and social-media
handles are found by their shape. A finding is a question, not a verdict: a
person mends it or says that it may stay.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from stories.models import Story

REASONS = {
    "email": "This looks like an e-mail address.",
    "phone": "This looks like a phone number.",
    "postcode": "This looks like a postcode.",
    "address": "This looks like somebody's address.",
    "handle": "This looks like a name from social media.",
}
PATTERNS = {
    "email": re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]*\w"),
    "phone": re.compile(r"(?<![\d-])(?:\+44|0)(?:[\s().-]*\d){9,10}(?!\d)"),
    # The shape of a postcode: Royal Mail's Programmers' Guide to PAF.
    "postcode": re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]?\s*\d[ABD-HJLNP-UW-Z]{2}\b", re.IGNORECASE),
    "address": re.compile(
        r"\b\d{1,4}[a-z]?,?\s+(?:[A-Z][\w'’]+\s+){1,3}"
        r"(?:Street|St|Road|Rd|Avenue|Ave|Lane|Close|Drive|Grove|Terrace|Walk|Place|Court|Crescent)\b"
    ),
    "handle": re.compile(r"(?<![\w.@])@[A-Za-z_][\w.]{2,}"),
}


@dataclass(frozen=True)
class Finding:
    """Something that may give a person away: what kind, where, and the very words."""

    kind: str
    excerpt: str
    where: str

    @property
    def reason(self) -> str:
        return REASONS[self.kind]


def find(text: str, where: str = "") -> Iterator[Finding]:
    """Every finding in one piece of text."""
    for kind, pattern in PATTERNS.items():
        for match in pattern.finditer(text):
            yield Finding(kind, match[0][:200], where)


def findings(story: Story) -> list[Finding]:
    """Every finding in everything of a memory that can be read on screen."""
    return [finding for where, text in _texts(story) for finding in find(text, where)]


def unreviewed(story: Story) -> list[Finding]:
    """The findings that nobody has yet mended or let stay."""
    let_stay = {(review.kind, review.excerpt) for review in story.finding_reviews.all()}
    return [f for f in findings(story) if (f.kind, f.excerpt) not in let_stay]


def _texts(story: Story) -> Iterator[tuple[str, str]]:
    yield "the title", story.title
    yield "the sentence about it", story.summary
    yield "when it was", story.when_text
    for part in story.parts.all():
        yield "the words", part.text
        yield "a caption", part.caption
        yield "a description", part.description
