"""Two teachers in Wagtail's editor at once: each hears of the other, as Wagtail's users know it."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from families.models import User
from stories.models import Story
from tests.factories import StoryFactory, UserFactory
from tests.stories.moderation.filled import filled

pytestmark = pytest.mark.django_db


@pytest.fixture
def story(student: User) -> Story:
    made: Story = StoryFactory(submitted=True, author=student)
    return made


def entering(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


class Seat:
    """A browser that has the memory open in the editor."""

    def __init__(self, user: User, story: Story) -> None:
        self.client, self.story = entering(user), story
        self.address = reverse("moderation:edit", args=[story.pk])
        self.page = self.client.get(self.address)
        self.ping_url = self.page.context["editing_sessions"].ping_url

    def hears(self) -> dict[str, Any]:
        """What Wagtail's script asks every few seconds."""
        began = filled(self.page).get("loaded_revision_id", "")
        heard: dict[str, Any] = self.client.post(self.ping_url, {"revision_id": began}).json()
        return heard

    def saves(self, **changes: Any) -> None:
        self.client.post(self.address, filled(self.page) | changes)


def test_each_sees_that_the_other_is_there(story: Story, teacher: User) -> None:
    colleague = UserFactory(teacher=True, school=teacher.school, display_name="Mr Hale")
    first, second = Seat(teacher, story), Seat(colleague, story)
    second.hears()
    there = first.hears()["other_sessions"]
    assert [one["user"] for one in there] == [str(colleague)]


def test_a_newer_version_is_told_of_before_it_is_written_over(story: Story, teacher: User) -> None:
    colleague = UserFactory(teacher=True, school=teacher.school)
    first, second = Seat(teacher, story), Seat(colleague, story)
    assert [one["revision_id"] for one in first.hears()["other_sessions"]] == [None]
    second.saves(title="The dye works")
    newest = Story.objects.get(pk=story.pk).latest_revision_id
    assert [one["revision_id"] for one in first.hears()["other_sessions"]] == [newest]


@pytest.mark.parametrize("who", ["student", "stranger"])
def test_nobody_else_hears_who_is_writing(
    story: Story, teacher: User, student: User, who: str
) -> None:
    seat = Seat(teacher, story)
    other = {"student": student, "stranger": UserFactory(teacher=True)}[who]
    answer = entering(other).post(seat.ping_url)
    assert str(teacher).encode() not in answer.content
    assert answer.status_code in (302, 404)
