"""Which memories a person is in, told to the staff page of their consents."""

from __future__ import annotations

from collections.abc import Iterator

from families import memories
from families.models import Person, User
from stories.models import Story


def join() -> None:
    """Join the registry of the layer below."""
    memories.register(of)


def of(person: Person, user: User) -> Iterator[tuple[str, str]]:
    """Of this member of staff's own school, and not what is held or sealed from them."""
    readable = Story.objects.visible_to(user).of_school(user.school_id)
    theirs = readable.filter(people__person=person).distinct().order_by("-created_at", "-pk")
    for story in theirs.only("ref", "title"):
        yield story.ref, str(story)
