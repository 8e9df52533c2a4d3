"""The list of one's own memories, and of what the family shared."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from families.models import User
from stories import lifecycle
from tests.factories import FamilyFactory, ItemFactory, StoryFactory, UserFactory
from tests.stories.cast import Cast, teller_of

pytestmark = pytest.mark.django_db

LIST_QUERIES = {"desk": 17, "desk_family": 16}


def page(client: Client, name: str = "desk") -> str:
    return client.get(reverse(name)).content.decode()


def test_an_empty_desk_says_how_to_begin(desk: Client) -> None:
    text = page(desk)
    assert "Add a memory" in text
    assert "Nothing here yet" in text


def test_memories_stand_under_whose_turn_it_is(desk: Client, student: User) -> None:
    for state in ("draft", "submitted", "changes_requested", "published", "withdrawn"):
        StoryFactory(author=student, title=f"Memory {state}", **{state: True})
    text = page(desk)
    order = [
        "Your turn",
        "Memory changes_requested",
        "Memory draft",
        "With your teacher",
        "Memory submitted",
        "Published",
        "Memory published",
        "Taken back",
        "Memory withdrawn",
    ]
    start = text.index("group-turn")
    places = [text.index(words, start) for words in order]
    assert places == sorted(places)


def test_feedback_that_waits_stands_first_and_thanks(desk: Client, student: User) -> None:
    StoryFactory(author=student, changes_requested=True, feedback="How loud was it?")
    text = page(desk)
    assert text.index("Thank you for") < text.index("How loud was it?") < text.index("Add a memory")


def test_a_held_memory_shows_nothing_but_that(desk: Client, student: User) -> None:
    held = StoryFactory(author=student, changes_requested=True, held=True, feedback="A secret")
    text = page(desk)
    assert "On hold" in text
    assert "A secret" not in text
    assert reverse("desk_story", args=[held.ref]) not in text


def test_the_teller_finds_it_on_their_desk(client: Client, cast: Cast) -> None:
    story = cast.memory("submitted", teller=teller_of(cast, "neighbour"))
    client.force_login(cast["neighbour"])
    text = page(client)
    assert reverse("desk_story_read", args=[story.ref]) in text
    assert f"Written down by {cast['author']}" in text


def test_staff_are_shown_the_way_to_the_staff_room(client: Client, teacher: User) -> None:
    client.force_login(teacher)
    assert "Go to the staff room" in page(client)


def test_a_family_sees_what_was_shared_and_may_take_it_back(client: Client, cast: Cast) -> None:
    story = cast.memory("submitted")
    cast.memory("draft", title="Still mine alone")
    client.force_login(cast["relative"])
    text = page(client, "desk_family")
    assert story.title in text
    assert reverse("desk_story_withdraw", args=[story.ref]) in text
    assert "Still mine alone" not in text


def test_whose_turn_it_is_is_not_the_familys(client: Client, cast: Cast) -> None:
    cast.memory("changes_requested")
    client.force_login(cast["relative"])
    assert "Being changed" in page(client, "desk_family")


def test_a_brother_reads_and_does_not_take_back(client: Client, cast: Cast) -> None:
    brother = UserFactory(student=True, school=cast.school)
    cast.family.memberships.create(user=brother, relation="brother")
    story = cast.memory("submitted")
    client.force_login(brother)
    text = page(client, "desk_family")
    assert story.title in text
    assert reverse("desk_story_withdraw", args=[story.ref]) not in text


def test_somebody_without_a_family_is_told_whom_to_ask(client: Client, desk: Client) -> None:
    assert "Ask for a family" in page(desk, "desk_family")
    client.force_login(UserFactory(family_member=True))
    assert "Ask your teacher to add you" in page(client, "desk_family")


def test_a_family_without_memories(desk: Client, student: User) -> None:
    FamilyFactory(school=student.school, members=[student])
    assert "Nothing shared yet" in page(desk, "desk_family")


@pytest.mark.parametrize("name", ["desk", "desk_family"])
def test_a_longer_list_asks_no_more_questions(
    client: Client, cast: Cast, name: str, django_assert_num_queries: Callable[[int], Any]
) -> None:
    who = cast["author"] if name == "desk" else cast["relative"]
    client.force_login(who)
    for _ in range(4):
        picture = ItemFactory(uploaded_by=cast["author"])
        cast.memory("changes_requested", parts=["Words", picture, ItemFactory(audio=True)])
        cast.memory("submitted", parts=[picture])
    client.get(reverse(name))
    with django_assert_num_queries(LIST_QUERIES[name]):
        client.get(reverse(name))


def test_a_memory_held_after_feedback_is_not_waiting(desk: Client, student: User) -> None:
    story = StoryFactory(author=student, changes_requested=True)
    lifecycle.hold(story, by=student, reason="worried")
    assert "Mend it now" not in page(desk)
