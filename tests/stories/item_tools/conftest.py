"""A recording in a memory of a student, open on the page where its lines are written."""

from __future__ import annotations

import pytest
from django.test import Client

from families.models import School, User
from media.models import Item
from media.transcripts import verbs
from tests.factories import ItemFactory, StoryFactory, UserFactory
from tests.stories.item_tools.screen import SAID, TranscriptScreen


@pytest.fixture
def sound(student: User) -> Item:
    """A sound in a memory of the student, with three lines."""
    made: Item = ItemFactory(audio=True, uploaded_by=student)
    StoryFactory(author=student, parts=["Words", made], title="Hands")
    verbs.save(made, SAID, by=student, number=0)
    return made


@pytest.fixture
def colleague(school: School) -> User:
    """Another teacher of the same school."""
    made: User = UserFactory(teacher=True, school=school)
    return made


@pytest.fixture
def screen(client: Client, student: User, sound: Item) -> TranscriptScreen:
    client.force_login(student)
    return TranscriptScreen(client, sound)
