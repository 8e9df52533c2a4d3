"""Somebody at the desk, with a memory open."""

from __future__ import annotations

import pytest
from django.test import Client

from families.models import User
from stories.models import Story
from tests.factories import StoryFactory
from tests.stories.contribute.screen import Screen


@pytest.fixture
def story(student: User) -> Story:
    made: Story = StoryFactory(author=student, title="Nan’s first job", audience="me")
    return made


@pytest.fixture
def desk(client: Client, student: User) -> Client:
    client.force_login(student)
    return client


@pytest.fixture
def screen(desk: Client, story: Story) -> Screen:
    return Screen(desk, story)
