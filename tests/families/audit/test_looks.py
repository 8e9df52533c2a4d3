"""Every look of staff at what is not public is in the log: once for each thing and hour."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import ModelLogEntry

from families.audit import looks
from families.models import User
from media.formats import Kind
from media.models import Item
from stories.models import Story
from tests.factories import ItemFactory, PersonFactory, StoryFactory, UserFactory
from tests.media.answers import body

pytestmark = pytest.mark.django_db


@pytest.fixture
def item(student: User) -> Item:
    made: Item = ItemFactory(audio=True, uploaded_by=student)
    return made


@pytest.fixture
def story(student: User, item: Item) -> Story:
    made: Story = StoryFactory(submitted=True, author=student, parts=["Words.", item])
    return made


def seen(word: str) -> list[tuple[str, Any]]:
    entries = ModelLogEntry.objects.filter(action=word)
    return [(entry.object_id, entry.user) for entry in entries]


def of_story(name: str) -> Callable[[Story], str]:
    by_ref = name in ("review", "as_visitors")
    return lambda s: reverse(f"moderation:{name}", args=[s.ref if by_ref else s.pk])


ROOMS: dict[str, Callable[[Story], str]] = {
    name: of_story(name) for name in ("review", "as_visitors", "history", "edit")
} | {
    "comparison": lambda s: reverse(
        "moderation:revisions_compare", args=[s.pk, "earliest", "latest"]
    ),
    "revision": lambda s: reverse("moderation:revisions_view", args=[s.pk, s.latest_revision_id]),
}


@pytest.mark.parametrize("room", ROOMS)
def test_a_teacher_who_looks_is_noted_once(
    client: Client, story: Story, teacher: User, room: str
) -> None:
    client.force_login(teacher)
    for _ in range(3):
        assert client.get(ROOMS[room](story)).status_code == 200
    assert seen("stories.look") == [(str(story.pk), teacher)]


def test_two_people_and_two_hours_are_noted_apart(
    client: Client, story: Story, teacher: User, lead: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    for person in (teacher, lead):
        client.force_login(person)
        client.get(ROOMS["review"](story))
    later = timezone.now() + timedelta(hours=1)
    monkeypatch.setattr(looks.timezone, "now", lambda: later)
    client.get(ROOMS["history"](story))
    assert seen("stories.look") == [(str(story.pk), person) for person in (lead, lead, teacher)]


def test_two_windows_at_once_leave_one_line(
    story: Story, teacher: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The database refuses the second, when both have seen that there is none."""
    monkeypatch.setattr(looks, "is_noted", lambda _: False)
    for _ in range(2):
        looks.look(teacher, story, "stories.look")
    assert len(seen("stories.look")) == 1


def test_what_is_public_and_what_is_ones_own_is_not_noted(
    client: Client, student: User, teacher: User
) -> None:
    for story in (
        StoryFactory(published=True, author=student),
        StoryFactory(submitted=True, author=teacher),
    ):
        client.force_login(teacher)
        assert client.get(ROOMS["review"](story)).status_code == 200
    assert seen("stories.look") == []


@pytest.mark.parametrize("who", ["stranger", "student", "visitor"])
def test_whoever_is_turned_away_has_seen_nothing(client: Client, story: Story, who: str) -> None:
    if who != "visitor":
        traits = {"stranger": {"teacher": True}, "student": {"student": True}}
        client.force_login(UserFactory(**traits[who]))
    assert client.get(ROOMS["review"](story)).status_code in (302, 404)
    assert seen("stories.look") == []


@pytest.mark.parametrize("page", ["consents", "edit"])
def test_a_look_at_what_somebody_allows(client: Client, teacher: User, page: str) -> None:
    person = PersonFactory(school=teacher.school)
    client.force_login(teacher)
    client.get(reverse(f"people:{page}", args=[person.pk]))
    assert seen("families.look") == [(str(person.pk), teacher)]


def test_the_page_of_a_transcript(client: Client, story: Story, item: Item, lead: User) -> None:
    client.force_login(lead)
    for room in ("admin_item_transcript", "desk_item_transcript"):
        assert client.get(reverse(room, args=[item.ref])).status_code == 200
    assert seen("media.look") == [(str(item.pk), lead)]


DOOR = [
    ("original", {}, ["media.look_original"]),
    ("sound.m4a", {}, ["media.look"]),
    ("sound.m4a", {"headers": {"Range": "bytes=0-3"}}, ["media.look"]),
]


@pytest.mark.usefixtures("story")
@pytest.mark.parametrize("opened", DOOR)
def test_a_file_that_is_opened(client: Client, item: Item, teacher: User, opened: Any) -> None:
    name, asked, words = opened
    client.force_login(teacher)
    for _ in range(2):
        answer = client.get(f"/files/{item.ref}/{name}", **asked)
        assert answer.status_code in (200, 206)
        body(answer)
    found = ModelLogEntry.objects.filter(action__startswith="media.look")
    assert [entry.action for entry in found] == words
    assert {entry.label for entry in found} == {item.ref}


@pytest.mark.parametrize(("window", "lines"), [("image", 0), ("document", 1)])
def test_a_picture_of_a_page_is_not_noted_and_one_that_is_opened_is(
    client: Client, student: User, teacher: User, window: str, lines: int
) -> None:
    picture = ItemFactory(kind=Kind.IMAGE, uploaded_by=student)
    StoryFactory(submitted=True, author=student, parts=[picture])
    client.force_login(teacher)
    answer = client.get(f"/files/{picture.ref}/w480.webp", headers={"Sec-Fetch-Dest": window})
    assert answer.status_code == 200
    body(answer)
    assert len(seen("media.look")) == lines


@pytest.mark.parametrize("who", ["author", "visitor"])
def test_the_public_and_the_sender_are_not_noted(
    client: Client, student: User, item: Item, who: str
) -> None:
    state = "draft" if who == "author" else "published"
    StoryFactory(author=student, parts=[item], **{state: True})
    if who == "author":
        client.force_login(student)
    answer = client.get(f"/files/{item.ref}/sound.m4a")
    assert answer.status_code == 200
    body(answer)
    assert seen("media.look") == []
