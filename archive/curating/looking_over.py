"""What a curator should know before a showcase goes out: doubles, gaps, what is missing.

Read from the draft as it is saved. Of a memory that was taken back it says the day, and
neither its title nor a word of it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Any

from django.urls import reverse
from django.utils.formats import date_format

from archive import fitting, gathering, inside, returning
from archive.curating.making import draft_of
from archive.inside import Block
from archive.models import Proposal, ShowcasePage
from archive.records import taken_back_on
from archive.sections import Hoard, Section, section
from archive.shapes import Record
from media.formats import Kind
from stories.models import Story

AGAIN = (
    "A memory that was taken back is public again. It stays out until you have asked whoever "
    "told it."
)

ABOVE = ("heading", "chapter")
CUT = {
    "pull_quote": "The memory does not say the words of a pull quote any more. It is left out.",
    "clip": "A voice clip cannot be played any more. It is left out.",
    "film": "A film is not in its memory any more. It is left out.",
}
"""Pieces of a memory that may go while the memory stays."""

WIDE_GAP = 20
"""Years between two memories from which on the years between are called a gap."""

FEW = 3
"""Memories from which on it is worth saying that all of them come from one side."""


@dataclass(frozen=True)
class Finding:
    """One sentence, how much it matters, and where to do something about it."""

    sentence: str
    tone: str = "look"
    link: str = ""
    link_text: str = ""


def context_of(page: ShowcasePage) -> dict[str, Any]:
    """What the panel in the editor shows."""
    draft = draft_of(page)
    hoard = gathering.hoard_of(draft)
    return {
        "findings": list(findings(draft, hoard)),
        "suggestions": fitting.beside(hoard.records.values(), most=4),
        "proposals": Proposal.objects.filter(showcase=page.pk, state=Proposal.State.SENT).count(),
        "showcase": page,
    }


def findings(draft: ShowcasePage, hoard: Hoard) -> Iterator[Finding]:
    """Everything worth saying, what was taken back first."""
    blocks = draft.raw_blocks()
    yield from _taken_back(draft, hoard)
    yield from _doubles(blocks, hoard)
    yield from _nothing_left(blocks, hoard)
    yield from _named_by_hand(blocks)
    yield from _without_words(draft, hoard)
    yield from _one_sided(list(hoard.records.values()))
    yield from _gaps(list(hoard.records.values()))
    yield from _missing(draft, hoard)


def _taken_back(draft: ShowcasePage, hoard: Hoard) -> Iterator[Finding]:
    away = {pk for pk in draft.story_ids() if pk not in hoard.records}
    waiting = returning.to_ask(draft, away)
    days = taken_back_on(away - waiting)
    for day in days.values():
        yield Finding(note(day), "care")
    for _ in range(len(away - waiting) - len(days)):
        yield Finding(note(None), "care")
    asked = Story.objects.public().filter(pk__in=waiting).order_by("pk")
    for ref in asked.values_list("ref", flat=True):
        address = reverse("showcase_again", args=[draft.pk, ref])
        yield Finding(AGAIN, "care", address, "I asked them")


def note(day: date | None) -> str:
    """The sentence for the curator about one memory that left."""
    if day is None:
        return "A memory is not public any more. It is out of this showcase."
    return f"A memory was taken back on {date_format(day, 'j F Y')}. It is out of this showcase."


def _doubles(blocks: list[Block], hoard: Hoard) -> Iterator[Finding]:
    """A quotation beside its memory is no double; the same memory told twice is one."""
    told = [pk for block in blocks if block[0] in inside.TOLD for pk in inside.stories_of(block)]
    for pk, times in Counter(told).items():
        if times > 1 and pk in hoard.records:
            yield Finding(f"“{hoard.records[pk].title}” is in it {times} times.")
    pictures = Counter(inside.pictures_in(blocks))
    for pk, times in pictures.items():
        if times > 1 and pk in hoard.pictures:
            yield Finding(f"The picture “{hoard.pictures[pk].title}” is in it {times} times.")


def _nothing_left(blocks: list[Block], hoard: Hoard) -> Iterator[Finding]:
    """Headings and chapters with nothing under them, and pieces that cannot be shown."""
    shown = [section(block, hoard) for block in blocks]
    for number, (kind, value) in enumerate(blocks):
        if kind in ABOVE and not _is_above_something(shown, number):
            name = value.get("title") if isinstance(value, dict) else value
            yield Finding(f"There is nothing under “{name}”. Visitors do not see it.")
        if kind in CUT and shown[number] is None and _has_its_memory(blocks[number], hoard):
            yield Finding(CUT[kind], "care")


def _named_by_hand(blocks: list[Block]) -> Iterator[Finding]:
    """A name that is typed does not go when whoever bears it wants it gone."""
    for kind, value in blocks:
        if kind == "quote" and value.get("who"):
            yield Finding(
                f"A quote names “{value['who']}” by hand. If it is a teller, take “Pull quote”: "
                "it names them only as they agreed to.",
                "care",
            )


def _is_above_something(shown: list[Section | None], number: int) -> bool:
    """Whether anything stands before the next line of the same weight."""
    here = shown[number]
    for below in shown[number + 1 :]:
        if below is None:
            continue
        if below.kind == "chapter" or (here and here.kind == below.kind):
            return False
        if below.kind != "heading":
            return True
    return False


def _has_its_memory(block: Block, hoard: Hoard) -> bool:
    return any(pk in hoard.records for pk in inside.stories_of(block))


def _without_words(draft: ShowcasePage, hoard: Hoard) -> Iterator[Finding]:
    """Pictures that somebody who cannot see them would miss."""
    for record in hoard.records.values():
        lacking = [i for i in record.items if i.kind == Kind.IMAGE and not i.description.strip()]
        if lacking:
            yield Finding(f"A picture in “{record.title}” has no description.", "care")
    for pk in dict.fromkeys(draft.picture_ids()):
        picture = hoard.pictures.get(pk)
        if picture is not None and not picture.description.strip():
            address = reverse("wagtailimages:edit", args=[pk])
            sentence = f"The picture “{picture.title}” has no description."
            yield Finding(sentence, "care", address, "Describe it")


def _one_sided(records: list[Record]) -> Iterator[Finding]:
    """Where all of it comes from one person, one place, one fund or one time."""
    if len(records) < FEW:
        return
    sides = (
        ("one teller", [r.teller for r in records]),
        ("one place", [r.place_name for r in records]),
        ("one fund of knowledge", [r.funds[0].label if r.funds else "" for r in records]),
        ("one decade", [f"the {_decade(r)}s" if r.earliest else "" for r in records]),
    )
    for side, found in sides:
        if found[0] and len(set(found)) == 1:
            yield Finding(f"All of it comes from {side}: {found[0]}. Who else could be in it?")


def _gaps(records: list[Record]) -> Iterator[Finding]:
    """Long times of which nobody tells."""
    decades = sorted({_decade(record) for record in records if record.earliest})
    for before, after in pairwise(decades):
        if after - before > WIDE_GAP:
            yield Finding(f"Nothing is told between the {before}s and the {after}s.")


def _decade(record: Record) -> int:
    return record.earliest.year // 10 * 10 if record.earliest else 0


def _missing(draft: ShowcasePage, hoard: Hoard) -> Iterator[Finding]:
    if not hoard.records:
        yield Finding("There is no public memory in it yet.")
    if draft.cover_id is None:
        yield Finding("It has no cover yet.")
    if not draft.opening_line:
        yield Finding("It has no opening line yet.")
