"""Somebody who sends a photograph to a memory of theirs."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.test import Client

from families.models import User
from stories.models import Story
from tests.factories import StoryFactory
from tests.media.resumable.tus import Tus


@pytest.fixture
def story(student: User) -> Story:
    made: Story = StoryFactory(author=student)
    return made


@pytest.fixture
def tus(client: Client, student: User) -> Tus:
    client.force_login(student)
    return Tus(client)


@pytest.fixture
def content(photo: Path) -> bytes:
    return photo.read_bytes()
