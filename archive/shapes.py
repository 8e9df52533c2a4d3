"""The frozen shapes in which a memory is shown. They hold nothing private, so nothing can leak."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from typing import Literal

from django.urls import reverse

from archive import chapters
from archive.chapters import Chapter
from media.formats import Kind
from media.transcripts.lines import Line
from stories.index.extracts import Extracts

SMALLEST = 480
"""Pixels across the smallest size of a picture, which every picture has."""

LARGE = (480, 960, 1600, 2400)
"""Pixels across each size of a picture; a small one is not made larger."""

LONGEST_OPENING = 60
"""Words of a memory that a slide shows."""


@dataclass(frozen=True)
class Cover:
    """The picture that stands for something. ``src`` where it is no picture of its own.

    Width and height are pixels; None where unknown.
    """

    ref: str
    width: int | None
    height: int | None
    description: str
    src: str = ""
    placeholder: str = ""
    colour: str = ""
    focal: tuple[int, int] | None = None

    @property
    def jpeg(self) -> str:
        """The address of a JPEG of middling size, for other sites that show a card."""
        wide = self.width is not None and self.width > SMALLEST
        return self.src or reverse("file", args=[self.ref, "w960.jpg" if wide else "w480.jpg"])


@dataclass(frozen=True)
class Leaf:
    """One page of a paper: its picture's address, and what stands on it."""

    number: int
    src: str
    text: str = ""


@dataclass(frozen=True)
class RecordItem:
    """A picture, sound, film or paper as its teller gave it to the public.

    ``is_cover`` says that the teller chose it to stand for the memory, ``large`` that a film
    has a copy for a big screen; ``captions`` is an address, ``said`` what is heard in it,
    ``texts`` what each page says.
    """

    ref: str
    kind: str
    width: int | None
    height: int | None
    seconds: float | None
    pages: int
    caption: str
    description: str
    placeholder: str = ""
    colour: str = ""
    focal: tuple[int, int] | None = None
    moving: bool = False
    large: bool = False
    peaks: tuple[int, ...] = ()
    captions: str = ""
    is_cover: bool = False
    said: tuple[Line, ...] = ()
    texts: tuple[str, ...] = ()

    def __hash__(self) -> int:
        """By its name alone, so that nobody counts every peak of it and every word again."""
        return hash(self.ref)

    @property
    def largest(self) -> str:
        """The address of the largest copy of a picture, as a JPEG, which everything opens."""
        width = next((size for size in LARGE if size >= (self.width or 0)), LARGE[-1])
        return reverse("file", args=[self.ref, f"w{width}.jpg"])

    @property
    def chapters(self) -> tuple[Chapter, ...]:
        """What is asked in it."""
        return chapters.of(self.said)

    @property
    def leaves(self) -> tuple[Leaf, ...]:
        """The pages of a paper that can be shown, each with its words."""
        texts = dict(enumerate(self.texts, start=1))
        return tuple(
            Leaf(
                number,
                reverse("file", args=[self.ref, f"page-{number}.webp"]),
                texts.get(number, ""),
            )
            for number in range(1, self.pages + 1)
        )

    @property
    def length(self) -> str:
        """How long it plays, as people say it; "" where it does not play."""
        if self.seconds is None:
            return ""
        minutes, seconds = divmod(round(self.seconds), 60)
        said = [f"{minutes} min"] if minutes else []
        return " ".join([*said, f"{seconds} s"]) if seconds or not said else said[0]


@dataclass(frozen=True)
class RecordPart:
    """Some words, or one item: the teller's order is kept."""

    kind: Literal["words", "item"]
    text: str = ""
    item: RecordItem | None = None


@dataclass(frozen=True)
class Subject:
    """A place, with the area it is in, or a fund of knowledge that a memory belongs to.

    ``number`` is its row, for what is read besides; no page shows it.
    """

    slug: str
    label: str
    url: str
    place: bool = False
    area: str = ""
    number: int = 0


@dataclass(frozen=True)
class Voice:
    """Another public memory of the same thing, and who told it."""

    ref: str
    url: str
    title: str
    teller: str


@dataclass(frozen=True)
class Record:
    """One public memory. The only shape that a page, a search or a map may show.

    Names are public names; a child who can be seen in it is not named in it. Where there is a
    ``content_note``, it comes before anything that is told or shown. What it answers, and what
    answers it, is known of a memory that is asked for alone, and that no showcase tells of it;
    where words were looked for, ``found`` is what stands around them. ``number`` is its row, for
    what is read besides: no page shows it.
    """

    ref: str
    url: str
    title: str
    summary: str
    when_text: str
    when_edtf: str
    earliest: date | None
    latest: date | None
    context: str
    context_label: str
    parts: tuple[RecordPart, ...]
    tellers: tuple[str, ...]
    reporters: tuple[str, ...]
    heard: tuple[str, ...]
    shown: tuple[str, ...]
    places: tuple[Subject, ...]
    funds: tuple[Subject, ...]
    published_at: datetime | None
    cover: Cover | None
    content_note: str = ""
    answered: Voice | None = None
    answers: tuple[Voice, ...] = ()
    found: Extracts | None = field(default=None, compare=False)
    changed_at: datetime | None = None
    number: int = 0
    is_told_of: bool = True

    def __hash__(self) -> int:
        """By its name alone; whether two are alike, everything in them says."""
        return hash(self.ref)

    @cached_property
    def items(self) -> tuple[RecordItem, ...]:
        return tuple(part.item for part in self.parts if part.item is not None)

    @property
    def first_words(self) -> RecordPart | None:
        """The part in which the telling begins; its first letter is set large."""
        return next((part for part in self.parts if part.text), None)

    @property
    def lead_item(self) -> RecordItem | None:
        """What stands beside its words in a showcase: the cover, a picture, or else what plays."""
        if chosen := next((item for item in self.items if item.is_cover), None):
            return chosen
        order = (Kind.IMAGE, Kind.VIDEO, Kind.AUDIO)
        return next((i for kind in order for i in self.items if i.kind == kind), None)

    @cached_property
    def kinds(self) -> tuple[str, ...]:
        """What is in it, each kind once, words last."""
        inside = {item.kind for item in self.items}
        kinds = [kind.value for kind in Kind if kind.value in inside]
        has_words = any(part.text for part in self.parts)
        return (*kinds, "words") if has_words else tuple(kinds)

    @property
    def content_notes(self) -> tuple[str, ...]:
        """What is said before anything of it; nothing for most memories."""
        return content_notes((self,))

    @property
    def open_cover(self) -> Cover | None:
        """Its cover where it is met, and none where a word comes before it."""
        return None if self.content_note else self.cover

    @property
    def open_items(self) -> tuple[RecordItem, ...]:
        """What of it may be played or shown elsewhere: nothing where a word comes before it."""
        return () if self.content_note else self.items

    @property
    def plays(self) -> bool:
        """Whether there is anything to hear or to watch in it."""
        return any(item.kind in (Kind.AUDIO, Kind.VIDEO) for item in self.items)

    @property
    def teller(self) -> str:
        return joined(self.tellers)

    @property
    def place_name(self) -> str:
        return self.places[0].label if self.places else ""

    @property
    def credits(self) -> tuple[str, ...]:
        """Who made it what it is, a sentence each: "Told by Rita." "Gathered by Kayden."."""
        only_heard = [name for name in self.heard if name not in self.tellers]
        lines = (
            ("Told by", self.tellers),
            ("Gathered by", self.reporters),
            ("You can hear", only_heard),
            ("You can see", self.shown),
        )
        return tuple(f"{verb} {joined(names)}." for verb, names in lines if names)

    @property
    def text(self) -> str:
        """Every word of it, part after part."""
        return "\n\n".join(part.text for part in self.parts if part.text)

    @property
    def opening(self) -> str:
        """Its first words, cut after a whole one."""
        words = (self.first_words.text if self.first_words else self.summary).split()
        cut = " ".join(words[:LONGEST_OPENING])
        return f"{cut} …" if len(words) > LONGEST_OPENING else cut

    @property
    def about(self) -> str:
        """What is said of it where it is not shown; the note alone where one comes before it."""
        return self.content_note or self.summary or self.opening


def content_notes(records: Iterable[Record | None]) -> tuple[str, ...]:
    """What is hard to hear in any of these memories, each note once."""
    notes = (record.content_note for record in records if record is not None)
    return tuple(dict.fromkeys(note for note in notes if note))


def joined(names: tuple[str, ...] | list[str]) -> str:
    """Names as one says them: "Rita", "Rita and Joe", "Rita, Joe and Sam"."""
    *others, last = names or [""]
    return f"{', '.join(others)} and {last}" if others else last


def as_cover(item: RecordItem) -> Cover:
    """A picture of a memory as it stands for the memory."""
    return Cover(
        item.ref,
        item.width,
        item.height,
        item.description,
        placeholder=item.placeholder,
        colour=item.colour,
        focal=item.focal,
    )


def stories(count: int) -> str:
    """How many, as one says it: "1 story", "2 stories"."""
    return "1 story" if count == 1 else f"{count} stories"
