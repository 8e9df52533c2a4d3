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


@dataclass(frozen=True)
class Text:
    """Something of a memory that is read on screen, and where it stands.

    `box` names the field, the transcript ("said") or the page ("page-2"); `part` is the place
    among the parts, and -1 for what belongs to the memory as a whole.
    """

    words: str
    where: str
    box: str
    part: int = -1
    item: str = ""
    is_printed: bool = False


def findings(story: Story) -> list[Finding]:
    """Every finding in everything of a memory that can be read on screen, in that order.

    What is printed counts once for each paper, where it stands first.
    """
    surnames, parts = surnames_in(story), list(story.parts.all())
    found, printed = [], set()
    for text in texts(story, parts):
        for finding in in_text(text, surnames):
            once = (text.part, finding.kind, finding.excerpt)
            if not (text.is_printed and once in printed):
                found.append(finding)
                printed.add(once)
    return found


def in_text(text: Text, surnames: set[str]) -> Iterator[Finding]:
    """Every finding in one text, with where it is."""
    for finding in (*find(text.words, text.where), *named(surnames, text.words, text.where)):
        yield replace(finding, item=text.item, is_printed=text.is_printed)


def findings_in(story: Story, text: str, where: str) -> list[Finding]:
    """Every finding in one text that belongs to this memory."""
    return [*find(text, where), *named(surnames_in(story), text, where)]


def said_in(item: Item) -> str:
    """Everything of a recording's transcript that others read, or will, with who says it."""
    said = dict.fromkeys((*coming_cues(item), *public_cues(item)))
    return "\n".join(f"{cue.speaker} {cue.text}".strip() for cue in said)


def surnames_in(story: Story) -> set[str]:
    """Of every child in it: the address of the page would say them too (NSPCC)."""
    return {surname for child in children_in(story) for surname in child.surnames()}


def children_in(story: Story) -> list[Person]:
    """Every child who tells, is shown, heard or talked about in it."""
    appearances = list(story.people.all())
    prefetch_related_objects(appearances, "person")
    return list(
        {told.person_id: told.person for told in appearances if told.person.is_child}.values()
    )


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


def texts(story: Story, parts: list[StoryPart]) -> Iterator[Text]:
    """Everything of a memory that can be read on screen, in the order in which one reads it.

    What a page of a paper says stands beside its picture, is read aloud and can be searched for.
    """
    yield Text(story.title, _("the title"), "title")
    yield Text(story.summary, _("the sentence about it"), "summary")
    yield Text(story.when_text, _("when it was"), "when_text")
    _read(parts)
    for place, part in enumerate(parts):
        yield Text(part.text, _("the words"), "text", place)
        yield Text(part.caption, _("a caption"), "caption", place)
        yield Text(part.description, _("a description"), "description", place)
        if part.item is not None:
            yield from _inside(part.item, part.caption or str(part.item), place)


def _read(parts: list[StoryPart]) -> None:
    """What is said and written in the items, in as many queries for one as for many."""
    prefetch_related_objects(parts, "item")
    recorded = [part for part in parts if part.item and part.item.kind in RECORDINGS]
    prefetch_related_objects(recorded, "item__transcript", "item__held_passages")
    papers = [part for part in parts if part.item and part.item.kind == Kind.DOCUMENT]
    prefetch_related_objects(papers, "item__page_texts")


def _inside(item: Item, name: str, place: int) -> Iterator[Text]:
    if item.kind in RECORDINGS:
        said = _("what is said in “%(name)s”") % {"name": name}
        yield Text(said_in(item), said, "said", place, item=item.ref)
    if item.kind == Kind.DOCUMENT:
        for page in item.page_texts.all():
            where = _("page %(number)s of “%(paper)s”") % {"number": page.number, "paper": name}
            yield Text(page.text, where, f"page-{page.number}", place, is_printed=True)
