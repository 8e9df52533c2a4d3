"""One person of each role around one student's memory."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from django.contrib.auth.models import AnonymousUser

from families.models import Family, School, User
from stories.models import Story
from tests.factories import FamilyFactory, PersonFactory, SchoolFactory, StoryFactory, UserFactory

STATES = (
    "draft",
    "submitted",
    "taken_up",
    "changes_requested",
    "published",
    "withdrawn",
    "sealed",
    "held_draft",
    "held_submitted",
    "held_published",
    "held_sealed",
)


@dataclass
class Cast:
    """Everybody that a table of roles names. ``teacher`` reviews, ``relative`` shares a family."""

    school: School
    family: Family
    people: dict[str, Any] = field(default_factory=dict)

    def __getitem__(self, role: str) -> Any:
        return self.people[role]

    def memory(self, state: str, **details: Any) -> Story:
        """The author's memory, shared with the family, in a state of ``STATES``."""
        held = state.startswith("held_")
        made: Story = StoryFactory(
            author=self["author"],
            family=self.family,
            teacher=self["teacher"],
            held=held,
            **{state.removeprefix("held_"): True},
            **details,
        )
        return made


def gather() -> Cast:
    """Make the two schools, the family and everybody in them."""
    school, elsewhere = SchoolFactory(name="Irk Valley"), SchoolFactory(name="Medlock")
    here: dict[str, School] = {"school": school}
    author: User = UserFactory(student=True, **here)
    relative: User = UserFactory(family_member=True, **here)
    cast = Cast(school, FamilyFactory(school=school, members=[author, relative]))
    cast.people = {
        "author": author,
        "classmate": UserFactory(student=True, **here, reporter_class=author.reporter_class),
        "relative": relative,
        "neighbour": UserFactory(family_member=True, **here),
        "teacher": UserFactory(teacher=True, **here),
        "colleague": UserFactory(teacher=True, **here),
        "stranger": UserFactory(teacher=True, school=elsewhere),
        "lead": UserFactory(lead=True, **here),
        "other lead": UserFactory(lead=True, school=elsewhere),
        "administrator": UserFactory(administrator=True, **here),
        "left": UserFactory(teacher=True, is_active=False, **here),
        "visitor": AnonymousUser(),
        "nobody": None,
    }
    return cast


def teller_of(cast: Cast, role: str) -> Any:
    """A consenting person in memories who is also this account."""
    return PersonFactory(consenting=True, user=cast[role], school=cast.school)
