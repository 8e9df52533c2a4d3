"""Mending together: marked, told to the writer, taken back by them, published by a second adult."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import ModelLogEntry

from families.models import User
from stories import lifecycle, mendings, writing
from stories.models import FirstYes, Mending, NewsItem, Story
from stories.models.states import Status
from tests.factories import StoryFactory, UserFactory
from tests.stories.moderation.filled import filled

pytestmark = pytest.mark.django_db
SLIP, MENDED = "My nan wurked at the mill.", "My nan worked at the mill."


@pytest.fixture
def desk(client: Client, teacher: User) -> Client:
    client.force_login(teacher)
    return client


@pytest.fixture
def story(student: User) -> Story:
    return StoryFactory(submitted=True, author=student, parts=[SLIP])


@pytest.fixture
def mend(desk: Client, django_capture_on_commit_callbacks: Any) -> Any:
    """Correct something through Wagtail's own editor, and let the news be told."""

    def act(story: Story, **changes: str) -> Any:
        editor = reverse("moderation:edit", args=[story.pk])
        data = filled(desk.get(editor)) | ({"parts-0-text": MENDED} | changes)
        with django_capture_on_commit_callbacks(execute=True):
            return desk.post(editor, data)

    return act


def mended_page(client: Client, story: Story, author: User) -> str:
    client.force_login(author)
    return client.get(reverse("desk_story_mended", args=[story.ref])).content.decode()


def put_back(client: Client, story: Story, number: int | str | None = None) -> Any:
    client.force_login(story.author)
    chosen = Mending.objects.get().pk if number is None else number
    return client.post(reverse("desk_story_mended", args=[story.ref]), {"mending": chosen})


def words(story: Story) -> str:
    return str(Story.objects.get(pk=story.pk).parts.get().text)


def test_it_is_marked_with_who_and_what_and_the_writer_is_told(
    mend: Any, desk: Client, story: Story, teacher: User, student: User
) -> None:
    mend(story)
    mending = Mending.objects.get()
    assert (mending.by, mending.story, mending.put_back_at) == (teacher, story, None)
    assert mending.before.as_object().parts.get().text == SLIP
    assert mending.after.as_object().parts.get().text == MENDED
    assert NewsItem.objects.get(kind="mended").user == student
    review = desk.get(reverse("moderation:review", args=[story.ref])).content.decode()
    assert f"Mended by {teacher}" in review
    assert re.search("<del>[^<]*wurked", review)
    history = desk.get(reverse("moderation:history", args=[story.pk])).content.decode()
    assert "Mended a slip, and told the writer" in history


def test_the_writer_sees_before_and_after(
    mend: Any, client: Client, story: Story, student: User, teacher: User
) -> None:
    mend(story)
    client.force_login(student)
    news = client.get("/desk/news/").content.decode()
    assert "A teacher mended something in" in news
    assert reverse("desk_story_mended", args=[story.ref]) in news
    html = mended_page(client, story, student)
    for seen in (str(teacher), "wurked", "worked", "Put my own words back"):
        assert seen in html
    editor = client.get(reverse("desk_story", args=[story.ref])).content.decode()
    assert "What your teacher mended" in editor


@pytest.mark.parametrize("taken_up", [True, False])
def test_their_words_are_put_back_by_themselves(
    mend: Any, client: Client, story: Story, teacher: User, taken_up: bool
) -> None:
    student = story.author
    if taken_up:
        lifecycle.take_up(story, by=teacher)
    mend(story)
    assert put_back(client, story).status_code == 302
    now = Story.objects.get()
    assert (words(story), now.last_edited_by, now.status) == (SLIP, student, Status.SUBMITTED)
    assert "You put your own words back." in mended_page(client, story, student)
    assert ModelLogEntry.objects.get(action="stories.put_back").user == student
    assert lifecycle.publish(now, by=teacher).parts.get().text == SLIP


def test_a_first_yes_was_to_the_mended_words(
    mend: Any, client: Client, story: Story, teacher: User
) -> None:
    mend(story)
    FirstYes.objects.create(story=story, by=teacher, seen="these words")
    put_back(client, story)
    assert not FirstYes.objects.exists()


def test_a_second_adult_publishes_what_was_mended(
    mend: Any, client: Client, story: Story, student: User, teacher: User
) -> None:
    mend(story)
    with pytest.raises(lifecycle.Refused, match="Somebody else"):
        lifecycle.publish(story, by=teacher)
    lifecycle.publish(story, by=UserFactory(teacher=True, school=teacher.school))
    assert Story.objects.public().get().parts.get().text == MENDED
    assert "Put my own words back" not in mended_page(client, story, student)
    put_back(client, story)
    assert words(story) == MENDED


def test_what_is_live_is_mended_beside_it_and_told_as_well(
    mend: Any, client: Client, student: User
) -> None:
    live = StoryFactory(published=True, author=student, parts=[SLIP])
    mend(live)
    first = Mending.objects.get()
    assert first.before.as_object().parts.get().text == SLIP
    mend(live, **{"parts-0-text": "My nan worked there."})
    second = Mending.objects.exclude(pk=first.pk).get()
    assert second.before == first.after
    html = mended_page(client, live, student)
    assert "It is published. If something should change, ask your teacher." in html
    assert words(live) == SLIP


def test_nothing_is_put_back_over_what_was_written_since(
    mend: Any, client: Client, story: Story, student: User
) -> None:
    mend(story)
    now = Story.objects.get()
    now.title = "The author went on"
    writing.save(now, by=student, edition=now.edition)
    assert "Put my own words back" not in mended_page(client, story, student)
    put_back(client, story)
    assert words(story) == MENDED


def test_saving_without_a_change_tells_nobody_and_ones_own_is_no_mending(
    mend: Any, story: Story, teacher: User
) -> None:
    mend(story, **{"parts-0-text": SLIP})
    mend(StoryFactory(submitted=True, author=teacher, parts=[SLIP]))
    assert not Mending.objects.exists()


def test_words_that_no_revision_has_are_kept_before_they_are_mended(
    mend: Any, story: Story, student: User
) -> None:
    now = Story.objects.get()
    now.title = "Typed after handing in"
    writing.save(now, by=student, edition=now.edition)
    mend(story)
    assert Mending.objects.get().before.as_object().title == "Typed after handing in"


def test_going_back_to_an_older_wording_is_a_mending_too(
    mend: Any, desk: Client, story: Story
) -> None:
    handed_in = story.latest_revision
    mend(story)
    revert = reverse("moderation:revisions_revert", args=[story.pk, handed_in.pk])
    desk.post(revert, filled(desk.get(revert)))
    assert words(story) == SLIP
    assert Mending.objects.count() == 2


@pytest.mark.parametrize("number", ["", "x", "987654"])
def test_what_is_not_there_is_not_put_back(
    mend: Any, client: Client, story: Story, number: str
) -> None:
    mend(story)
    assert put_back(client, story, number).status_code == 404


def test_only_its_author_sees_it_and_not_while_it_is_held(
    mend: Any, client: Client, story: Story, student: User
) -> None:
    mend(story)
    address = reverse("desk_story_mended", args=[story.ref])
    other = UserFactory(student=True, school=student.school)
    client.force_login(other)
    assert client.get(address).status_code == 404
    with pytest.raises(lifecycle.Refused, match="Only the person who began"):
        mendings.put_back(Mending.objects.get(), by=other)
    lifecycle.hold(story, by=student, reason="A name.")
    client.force_login(student)
    assert client.get(address).url == reverse("desk_story", args=[story.ref])


def test_without_any_the_page_says_so(client: Client, story: Story, student: User) -> None:
    assert "No teacher has mended anything" in mended_page(client, story, student)
