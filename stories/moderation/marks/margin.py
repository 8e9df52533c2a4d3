"""Everything that was found in a memory: numbered in the order in which one reads it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field

from families.models import User
from stories import in_pictures, safeguarding
from stories.in_pictures import FACE, UNIFORM, UNIFORM_SEEN
from stories.models import FindingReview, Story, StoryPart
from stories.models.states import Status
from stories.moderation.marks import in_parts, in_words, ways
from stories.moderation.marks.hit import THEME, TRANSCRIPT, Hit, Span
from stories.moderation.marks.ways import Ask, Way

MOST = 100
"""A whole address book in a paper must not make the page too long to use."""

ON_PAPER = "A paper cannot be changed here. Ask for one without it, or take the paper out."

STAY = {
    FACE: "They may be seen",
    UNIFORM: "There is none",
    TRANSCRIPT: "It can do without",
    THEME: "I have looked twice",
}
"""What it is called to let each kind stay; "It may stay" for every other."""

KEEPS_IT_BACK = {*safeguarding.REASONS, FACE, UNIFORM_SEEN}
"""Kinds that the gate waits for; those of consent and descriptions have sentences of their own."""


@dataclass(frozen=True)
class Mark:
    """One thing that was found, at its first place; ``hits`` are all of its places."""

    number: int
    hits: tuple[Hit, ...]
    mend: Way | None = None
    ask: Ask | None = None

    @property
    def kind(self) -> str:
        return self.hits[0].kind

    @property
    def excerpt(self) -> str:
        return self.hits[0].excerpt

    @property
    def key(self) -> str:
        """Names it in an address, which must not say what was found."""
        return hashlib.sha256(f"{self.kind}:{self.excerpt}".encode()).hexdigest()[:10]

    @property
    def part(self) -> int:
        return self.hits[0].part

    @property
    def boxes(self) -> list[dict[str, str]]:
        """Where the faces are, for drawing them over the picture."""
        return [hit.box for hit in self.hits if hit.box]

    @property
    def is_uniform(self) -> bool:
        """Whether somebody has still to say if there is one."""
        return self.kind == UNIFORM

    @property
    def keeps_it_back(self) -> bool:
        return self.kind in KEEPS_IT_BACK

    @property
    def notes(self) -> list[tuple[str, str]]:
        """What is kept when it may stay: of each word of a theme, and of each face."""
        return list(dict.fromkeys(hit.note for hit in self.hits if hit.note is not None))

    @property
    def stay(self) -> str:
        """What the button says that lets it stay; "" where it may not."""
        return STAY.get(self.kind, "It may stay") if self.notes else ""

    @property
    def sentence(self) -> str:
        finding = self.hits[0].finding
        if finding is not None:
            return f"{finding.reason} It is {finding.place}: “{finding.excerpt}”."
        if self.kind == THEME:
            words = ", ".join(f"“{word}”" for word in self._words())
            return f"It may be about {self.excerpt} ({words}). Should a reader know before?"
        return " ".join(dict.fromkeys(hit.sentence for hit in self.hits))

    @property
    def advice(self) -> str:
        finding = self.hits[0].finding
        return ON_PAPER if finding is not None and finding.is_printed else ""

    def _words(self) -> list[str]:
        """Each word once, as it is first written."""
        words: dict[str, str] = {}
        for hit in self.hits:
            words.setdefault(hit.words.casefold(), hit.words)
        return list(words.values())


@dataclass(frozen=True)
class Margin:
    """The marks beside one memory."""

    marks: list[Mark] = field(default_factory=list)
    more: int = 0

    def beside(self, part: int) -> list[Mark]:
        """Those that stand first at this part; -1 is the memory as a whole."""
        return [mark for mark in self.marks if mark.part == part]

    def spans(self, part: int, box: str) -> list[Span]:
        """What is highlighted in one text."""
        return [
            Span(hit.start, hit.end, mark.number, is_first=hit is mark.hits[0])
            for mark in self.marks
            for hit in mark.hits
            if hit.spot == (part, box)
        ]

    def called(self, key: str) -> Mark | None:
        return next((mark for mark in self.marks if mark.key == key), None)

    @property
    def in_the_way(self) -> list[Mark]:
        return [mark for mark in self.marks if mark.keeps_it_back]


def of(story: Story, parts: list[StoryPart], *, mends: bool) -> Margin:
    """Everything that nobody has let stay; ``parts`` are those of the memory, as it is shown.

    ``mends`` says whether whoever looks may change the memory.
    """
    said = in_pictures.answers(story)
    groups: dict[tuple[str, str], list[Hit]] = {}
    for hit in _in_order(story, parts, said):
        groups.setdefault((hit.kind, hit.excerpt), []).append(hit)
    found = list(groups.values())
    marks = [
        _mark(number, hits, story, parts, mends)
        for number, hits in enumerate(found[:MOST], start=1)
    ]
    return Margin(marks, more=len(found) - len(marks))


def _in_order(story: Story, parts: list[StoryPart], said: in_pictures.Answers) -> Iterator[Hit]:
    found = [*in_parts.hits(story, parts, said), *in_words.hits(story, parts)]
    for hit in sorted(found, key=lambda hit: hit.part):
        if hit.note not in said:
            yield hit


def _mark(number: int, hits: list[Hit], story: Story, parts: list[StoryPart], mends: bool) -> Mark:
    first = hits[0]
    part = parts[first.part] if first.part >= 0 else None
    is_open = story.status == Status.SUBMITTED
    mend = ways.mend(first, story, part, mends=mends)
    return Mark(number, tuple(hits), mend, ways.ask(first, part) if is_open else None)


def let_stay(mark: Mark, story: Story, *, by: User) -> None:
    """Keep that a person looked at it and said that it may stay, once."""
    for kind, excerpt in mark.notes:
        FindingReview.objects.get_or_create(
            story=story, kind=kind, excerpt=excerpt, defaults={"reviewed_by": by}
        )


def see_uniform(mark: Mark, story: Story, *, by: User) -> None:
    """Keep that there is one, so that the picture waits until it has other boxes; newest counts."""
    FindingReview.objects.filter(story=story, kind=UNIFORM_SEEN, excerpt=mark.excerpt).delete()
    FindingReview.objects.create(
        story=story, kind=UNIFORM_SEEN, excerpt=mark.excerpt, reviewed_by=by
    )
