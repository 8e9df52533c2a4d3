"""A memory's state and contents in a few words, for lists and headings."""

from __future__ import annotations

from collections import Counter

from families.roles import Anybody
from stories.models import Story, Turn
from stories.models.states import Status

KINDS = {
    "words": ("words", "words"),
    "image": ("picture", "pictures"),
    "audio": ("sound", "sounds"),
    "video": ("film", "films"),
    "document": ("paper", "papers"),
}
"""One and many of each kind of part."""


TURNS = {
    Turn.FIRST: "Nobody’s yet",
    Turn.NOBODY: "Nobody’s yet",
    Turn.TEACHER: "{reader}, who is reading it",
    Turn.LEAD: "The safeguarding lead, who is looking at it",
    Turn.SECOND_ADULT: "A second adult, who publishes the mended version",
    Turn.WRITER: "{writer}, who has a change to make",
}


def state(story: Story) -> str:
    """Where it is, and whose turn it is, as the end of "It is …"."""
    if story.held:
        return "held for the safeguarding lead"
    match story.status:
        case Status.SUBMITTED:
            reader = story.taken_up_by
            return f"being read by {reader}" if reader else "waiting for a teacher"
        case Status.CHANGES_REQUESTED:
            return f"with {story.author}, who has a change to make"
        case Status.PUBLISHED if story.has_unpublished_changes:
            return "published, with a mended version waiting"
        case Status.SEALED if story.sealed_until:
            return f"sealed until {story.sealed_until:%-d %B %Y}"
    return str(Status(story.status).label)


def turn(story: Story, user: Anybody) -> str:
    """Whose turn it is, and what they are to do."""
    match Turn(story.turn):
        case Turn.TEACHER if story.taken_up_by_id == user.pk:
            return "Yours: you are reading it"
        case Turn.WRITER if story.status == Status.DRAFT:
            return f"{story.author}, who is writing it"
        case Turn.SEALED:
            return f"Nobody’s until {story.sealed_until:%-d %B %Y}"
    words = TURNS.get(Turn(story.turn), "Nobody’s: it is {where}")
    where = Status(story.status).label
    return words.format(reader=story.taken_up_by, writer=story.author, where=where)


def contents(story: Story) -> str:
    """What is in it: "words, 2 pictures, 1 sound"."""
    kinds = Counter(p.item.kind if p.item else "words" for p in story.parts.all())
    return ", ".join(_counted(kind, kinds[kind]) for kind in KINDS if kinds[kind])


def _counted(kind: str, number: int) -> str:
    one, many = KINDS[kind]
    return one if kind == "words" else f"{number} {one if number == 1 else many}"
