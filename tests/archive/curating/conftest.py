"""Two schools with curators, and memories for them to choose from."""

from __future__ import annotations

import pytest

from archive import permissions
from families.models import School, User
from stories.models import Story
from tests.factories import StoryFactory, UserFactory


@pytest.fixture(autouse=True)
def installed() -> None:
    permissions.install()


@pytest.fixture
def stranger(other_school: School) -> User:
    made: User = UserFactory(teacher=True, school=other_school)
    return made


@pytest.fixture
def told(student: User) -> list[Story]:
    return [
        StoryFactory(published=True, author=student, title=f"Memory {number}")
        for number in range(4)
    ]
