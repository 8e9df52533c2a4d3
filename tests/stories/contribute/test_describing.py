"""A picture is described before it is handed in, or its writer says that they cannot."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from families.models import User
from stories import lifecycle
from stories.models import Story, StoryPart
from stories.models.states import Status
from tests.factories import ItemFactory, StoryFactory
from tests.stories.contribute.screen import Screen

pytestmark = pytest.mark.django_db


@pytest.fixture
def story(student: User) -> Story:
    picture = StoryPart(kind="item", item=ItemFactory(filename="mill.jpg", uploaded_by=student))
    made: Story = StoryFactory(author=student, parts=["Words.", picture])
    return made


@pytest.fixture
def picture(story: Story) -> StoryPart:
    return story.parts.get(kind="item")


def hand_in(desk: Client, story: Story, **typed: Any) -> Any:
    pk = story.parts.get(kind="item").pk
    said = {f"describe-{pk}-{name}": value for name, value in typed.items()}
    edition = Story.objects.get(pk=story.pk).edition
    return desk.post(reverse("desk_story_check", args=[story.ref]), {"edition": edition, **said})


def status(story: Story) -> str:
    return Story.objects.get(pk=story.pk).status


def test_the_check_shows_the_picture_and_a_box(desk: Client, story: Story) -> None:
    page = desk.get(reverse("desk_story_check", args=[story.ref])).content.decode()
    assert "What do your pictures show?" in page
    assert "For example: Two women" in page
    assert "I can’t say what it shows. Ask my teacher." in page
    assert "It has everything." not in page


def test_nothing_is_left_out_in_silence(desk: Client, story: Story) -> None:
    response = hand_in(desk, story)
    assert response.status_code == 422
    assert "Say it in a few words, or tick the box below." in response.content.decode()
    assert status(story) == Status.DRAFT


@pytest.mark.parametrize("typed", ["", "   ", "\r\n"])
def test_blanks_say_nothing(desk: Client, story: Story, typed: str) -> None:
    assert hand_in(desk, story, description=typed).status_code == 422


def test_words_are_kept_and_it_goes_in(desk: Client, story: Story, picture: StoryPart) -> None:
    assert hand_in(desk, story, description=" A tall loom. ").status_code == 302
    picture.refresh_from_db()
    assert (picture.description, picture.asks_teacher) == ("A tall loom.", False)
    assert status(story) == Status.SUBMITTED


def test_an_honest_tick_goes_in_and_the_teacher_sees_it(
    client: Client, desk: Client, story: Story, picture: StoryPart, teacher: User
) -> None:
    assert hand_in(desk, story, ask="on").status_code == 302
    picture.refresh_from_db()
    assert picture.asks_teacher
    client.force_login(teacher)
    review = client.get(reverse("moderation:review", args=[story.ref])).content.decode()
    assert "The writer could not say what this picture shows, and asks you." in review


def test_the_tick_is_asked_for_once(desk: Client, story: Story, teacher: User) -> None:
    hand_in(desk, story, ask="on")
    lifecycle.request_changes(story, by=teacher, feedback="More.")
    page = desk.get(reverse("desk_story_check", args=[story.ref])).content.decode()
    assert "What do your pictures show?" not in page
    assert "You asked your teacher what this picture shows." in Screen(desk, story).text


def test_a_description_written_later_takes_the_tick_away(
    desk: Client, story: Story, picture: StoryPart
) -> None:
    StoryPart.objects.filter(pk=picture.pk).update(asks_teacher=True)
    screen = Screen(desk, story)
    screen.fields[f"part-{picture.pk}-description"] = ["A loom."]
    screen.press()
    picture.refresh_from_db()
    assert not picture.asks_teacher


def test_what_was_said_of_one_picture_is_kept_while_another_is_asked_about(
    desk: Client, student: User
) -> None:
    parts = [StoryPart(kind="item", item=ItemFactory()) for _ in range(2)]
    story = StoryFactory(author=student, parts=parts)
    first, second = story.parts.all()
    data = {"edition": story.edition, f"describe-{first.pk}-description": "A loom."}
    response = desk.post(reverse("desk_story_check", args=[story.ref]), data)
    assert response.status_code == 422
    assert [form.part.pk for form in response.context["asked"]] == [second.pk]
    first.refresh_from_db()
    assert first.description == "A loom."


def test_typed_words_stay_in_their_box_when_the_memory_has_changed(
    desk: Client, story: Story, picture: StoryPart
) -> None:
    data = {"edition": "0", f"describe-{picture.pk}-description": "A tall loom."}
    response = desk.post(reverse("desk_story_check", args=[story.ref]), data)
    assert response.status_code == 409
    assert "A tall loom." in response.content.decode()


def test_somebody_elses_picture_is_not_described(
    desk: Client, story: Story, picture: StoryPart
) -> None:
    other = StoryFactory(parts=[StoryPart(kind="item", item=ItemFactory())]).parts.get()
    data = {"edition": story.edition, f"describe-{other.pk}-description": "Mine now."}
    desk.post(reverse("desk_story_check", args=[story.ref]), data)
    other.refresh_from_db()
    assert other.description == ""
