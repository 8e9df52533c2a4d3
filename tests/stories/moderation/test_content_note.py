"""A note on what is hard to hear: written by staff, kept with the words, published by another."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from families.models import User
from stories.models import Mending, Story
from stories.moderation import changes
from tests.factories import StoryFactory, UserFactory

pytestmark = pytest.mark.django_db
NOTE = "Rita talks about her brother’s death."


@pytest.fixture
def desk(client: Client, teacher: User) -> Client:
    client.force_login(teacher)
    return client


def address(story: Story) -> str:
    return reverse("moderation:content_note", args=[story.ref])


def review(client: Client, story: Story) -> str:
    return client.get(reverse("moderation:review", args=[story.ref])).content.decode()


def test_it_is_written_changed_and_taken_off(desk: Client, student: User, teacher: User) -> None:
    story = StoryFactory(submitted=True, author=student)
    assert "Write a note" in review(desk, story)
    for words in (NOTE, f"{NOTE} And of the war.", ""):
        desk.post(address(story), {"content_note": f" {words} "})
        story.refresh_from_db()
        assert (story.content_note, story.last_edited_by) == (words, teacher)
        assert (words or "Write a note") in review(desk, story)
    mended = Mending.objects.filter(story=story, by=teacher).order_by("pk")
    before, after = mended[0].before.as_object(), mended[0].after.as_object()
    assert [change.heading for change in changes.between(before, after)] == ["The content note"]
    assert mended.count() == 3


def test_the_same_words_are_no_edit(desk: Client, student: User) -> None:
    story = StoryFactory(submitted=True, author=student, content_note=NOTE)
    desk.post(address(story), {"content_note": NOTE})
    assert not Mending.objects.exists()


def test_in_a_public_memory_it_waits_for_a_second_adult(desk: Client, student: User) -> None:
    story = StoryFactory(published=True, author=student)
    desk.post(address(story), {"content_note": NOTE})
    story.refresh_from_db()
    assert story.content_note == ""
    assert story.latest_revision.as_object().content_note == NOTE
    assert NOTE in review(desk, story)


def test_too_long_is_said(desk: Client, student: User) -> None:
    story = StoryFactory(submitted=True, author=student)
    again = desk.post(address(story), {"content_note": "o" * 251})
    assert "at most 250 characters" in again.content.decode()


def test_in_the_editor_it_stands_with_the_other_words(desk: Client, student: User) -> None:
    story = StoryFactory(submitted=True, author=student, content_note=NOTE)
    html = desk.get(reverse("moderation:edit", args=[story.pk])).content.decode()
    assert 'name="content_note"' in html
    assert NOTE in html


def test_not_for_another_school(client: Client, student: User) -> None:
    story = StoryFactory(submitted=True, author=student)
    client.force_login(UserFactory(teacher=True))
    assert client.get(address(story)).status_code == 404
    assert client.post(address(story), {"content_note": NOTE}).status_code == 404
    story.refresh_from_db()
    assert story.content_note == ""
