"""Mary, who is asked; a teacher who asks her; and a memory that she told."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from families import invitations
from families.models import Invitation, Person, School, User
from stories.models import Story
from tests.factories import FamilyFactory, PersonFactory, StoryFactory
from tests.families.giving.phone import Phone

Invite = Callable[..., str]


@pytest.fixture
def mary(school: School, student: User) -> Person:
    family = FamilyFactory(school=school, members=[student])
    made: Person = PersonFactory(
        name="Mary Private", public_name="Mary", school=school, family=family, added_by=student
    )
    return made


@pytest.fixture
def story(student: User, mary: Person) -> Story:
    made: Story = StoryFactory(author=student, teller=mary, title="The tram", heard_back=False)
    return made


@pytest.fixture
def invite(teacher: User) -> Invite:
    """``invite(person, guardian, story_ref=…)``: the address of an invitation to answer."""

    def made(person: Person, giver: Person | None = None, **details: Any) -> str:
        _, code = invitations.make(
            by=teacher,
            kind=Invitation.Kind.CONSENT,
            school=person.school,
            person=person,
            given_by=giver or person,
            **details,
        )
        return f"/agree/{code}/"

    return made


@pytest.fixture
def phone() -> Phone:
    return Phone()
