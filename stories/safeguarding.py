"""Ways to reach or find somebody that slipped into the words: shown to the writer, then a teacher.

E-mail addresses, phone numbers, postcodes, street addresses and social-media
handles are found by their shape. A finding is a question, not a verdict: a
person mends it or says that it may stay.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from django.db.models import prefetch_related_objects
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from families.models.people import words_of
from media.formats import Kind
from media.transcripts.lines import coming_cues, public_cues
from media.transcripts.verbs import RECORDINGS

if TYPE_CHECKING:
    from families.models import Person
    from media.models import Item
    from stories.models import Story, StoryPart

WORD = re.compile(r"[\w'’-]+")
POSSESSIVE = re.compile(r"['’]s$", re.IGNORECASE)
"""Byrne’s is a surname as well, and Byrnes is another one."""
REASONS = {
    "email": gettext_lazy("This looks like an e-mail address."),
    "phone": gettext_lazy("This looks like a phone number."),
    "postcode": gettext_lazy("This looks like a postcode."),
    "address": gettext_lazy("This looks like somebody's address."),
    "handle": gettext_lazy("This looks like a name from social media."),
    "surname": gettext_lazy("This looks like the surname of a child in this memory."),
}
NO_STREET = (
    "a|an|the|this|that|of|in|on|at|to|up|down|from|and|or|for|by|off|we|i|it|my|our|their|his|her"
    "|men|women|people|children|kids|boys|girls|houses|shops|pubs|doors|families|buses|cars"
    "|years?|days?|weeks?|months?|hours?|minutes?|times?|miles?|yards?|th|st|nd|rd"
)
"""Words after a number that say how many, not where: two doors down the road."""

PATTERNS = {
    # Begun at the first letter only, or a long word would be read again from each of its letters.
    "email": re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+\.[\w.-]*\w"),
    "phone": re.compile(r"(?<![\d-])(?:\+44|0)(?:[\s().-]*\d){9,10}(?!\d)"),
    # The shape of a postcode: Royal Mail's Programmers' Guide to PAF.
    "postcode": re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]?\s*\d[ABD-HJLNP-UW-Z]{2}\b", re.IGNORECASE),
    # A number, the name of a street, and what streets are called: with capitals, or typed without.
    "address": re.compile(
        r"\b(?!(?:1[89]|20)\d\ds?\b)\d{1,4}[a-z]?,?\s+(?:(?:[A-Z][\w'’]*\s+){1,3}"
        r"(?:Street|St|Road|Rd|Avenue|Ave|Lane|Close|Drive|Grove|Terrace|Walk|Place|Court|Crescent)"
        rf"|(?i:(?:(?!(?:{NO_STREET})\b)[a-z][\w'’]*\s+){{1,2}}"
        r"(?:street|road|rd|avenue|lane|grove|terrace|crescent)))\b"
    ),
    "handle": re.compile(r"(?<![\w.@])@[A-Za-z_][\w.]{2,}"),
}


@dataclass(frozen=True)
class Finding:
    """Something that may give a person away: what kind, where, and the very words.

    `item` is the ref of the recording in which it is said. What `is_printed` stands on a
    page of a paper, where nobody can change it.
    """

    kind: str
    excerpt: str
    where: str
    item: str = ""
    is_printed: bool = False

    @property
    def reason(self) -> str:
        return str(REASONS[self.kind])

    @property
    def place(self) -> str:
        """Where it is, as the end of a sentence."""
        said = _("on %(where)s") if self.is_printed else _("in %(where)s")
        return said % {"where": self.where}


def find(text: str, where: str = "") -> Iterator[Finding]:
    """Every finding in one piece of text."""
    for kind, pattern in PATTERNS.items():
        for match in pattern.finditer(text):
            yield Finding(kind, match[0][:200], where)


def findings(story: Story) -> list[Finding]:
    """Every finding in everything of a memory that can be read on screen."""
    surnames, parts = _surnames(story), list(story.parts.all())
    said = [
        replace(finding, item=item)
        for where, text, item in _texts(story, parts)
        for finding in (*find(text, where), *named(surnames, text, where))
    ]
    return said + list(_printed(parts, surnames))


def findings_in(story: Story, text: str, where: str) -> list[Finding]:
    """Every finding in one text that belongs to this memory."""
    return [*find(text, where), *named(_surnames(story), text, where)]


def said_in(item: Item) -> str:
    """Everything of a recording's transcript that others read, or will, with who says it."""
    said = dict.fromkeys((*public_cues(item), *coming_cues(item)))
    return "\n".join(f"{cue.speaker} {cue.text}".strip() for cue in said)


def _surnames(story: Story) -> set[str]:
    """Of every child in it: the address of the page would say them too (NSPCC)."""
    return {surname for child in children_in(story) for surname in child.surnames()}


def children_in(story: Story) -> list[Person]:
    """Every child who tells, is shown, heard or talked about in it."""
    appearances = list(story.people.all())
    prefetch_related_objects(appearances, "person")
    return list(
        {told.person_id: told.person for told in appearances if told.person.is_child}.values()
    )


def _printed(parts: list[StoryPart], surnames: set[str]) -> Iterator[Finding]:
    """The findings on the pages of papers: each once, where it stands first in a paper.

    What a page says stands beside its picture, is read aloud and can be searched for.
    """
    papers = [part for part in parts if part.item and part.item.kind == Kind.DOCUMENT]
    prefetch_related_objects(papers, "item__page_texts")
    for part in papers:
        first: dict[tuple[str, str], Finding] = {}
        for page in part.item.page_texts.all() if part.item else ():
            where = _("page %(number)s of “%(paper)s”") % {
                "number": page.number,
                "paper": part.caption or part.item,
            }
            for finding in (*find(page.text, where), *named(surnames, page.text, where)):
                told = replace(finding, is_printed=True)
                first.setdefault((told.kind, told.excerpt), told)
        yield from first.values()


def named(surnames: set[str], text: str, where: str = "") -> Iterator[Finding]:
    """Every word of a text that is one of these surnames, as ``Person.surnames`` writes them."""
    for word in WORD.findall(text) if surnames else ():
        if surnames & {*words_of(word), *words_of(POSSESSIVE.sub("", word))}:
            yield Finding("surname", word[:200], where)


def unreviewed(story: Story) -> list[Finding]:
    """The findings that nobody has yet mended or let stay."""
    allowed = let_stay(story)
    return [f for f in findings(story) if (f.kind, f.excerpt) not in allowed]


def let_stay(story: Story) -> set[tuple[str, str]]:
    """The kind and the words of each finding that a person looked at and said may stay."""
    return {(review.kind, review.excerpt) for review in story.finding_reviews.all()}


def _texts(story: Story, parts: list[StoryPart]) -> Iterator[tuple[str, str, str]]:
    yield _("the title"), story.title, ""
    yield _("the sentence about it"), story.summary, ""
    yield _("when it was"), story.when_text, ""
    for part in parts:
        yield _("the words"), part.text, ""
        yield _("a caption"), part.caption, ""
        yield _("a description"), part.description, ""
    recorded = [part for part in parts if part.item is not None and part.item.kind in RECORDINGS]
    prefetch_related_objects(recorded, "item__transcript", "item__held_passages")
    for part in recorded:
        if (item := part.item) is not None:
            where = _("what is said in “%(name)s”") % {"name": part.caption or item}
            yield where, said_in(item), item.ref
